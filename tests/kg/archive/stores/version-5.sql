PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, started TEXT NOT NULL, ended TEXT, extractor TEXT NOT NULL, arguments TEXT NOT NULL,
    report TEXT
);
INSERT INTO runs VALUES(1,'2026-11-28T11:34:20Z','2026-11-28T11:34:21Z','legalkg 0.2.0','{"paths": ["/van-ban"], "columns": null, "ocr": false, "on_error": "skip", "prune": false}','{"run":1,"new":4,"changed":0,"unchanged":0,"again":0,"moved":{},"missing":[],"removed":[],"removal":null,"left_out":{},"failed":[],"warnings":[],"duplicates":{},"reasons":{},"citations":5,"resolutions":{"created":3,"resolved":2},"seconds":0.553,"stopped":false}');
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    text TEXT NOT NULL,
    pages TEXT NOT NULL,
    known TEXT NOT NULL DEFAULT '{}',
    missing INTEGER  -- the run that found its file gone
);
INSERT INTO sources VALUES(1,'/van-ban/57.txt','/van-ban/57.txt','d04efd3a841dc002226740d016ddf1929e0bd9f900aab75fc1b615c1d81c9426','text/plain',replace('BỘ CHÍNH TRỊ\n*\nSố 57-KL/TW\n\nHà Nội, ngày 15 tháng 6 năm 2023\n\nKẾT LUẬN\nvề tiếp tục nâng cao hiệu quả công tác thông tin đối ngoại\n\nCăn cứ Nghị quyết số 16-NQ/TW ngày 18 tháng 6 năm 2018 của Ban Chấp hành Trung ương, Bộ Chính trị kết luận như sau.\n','\n',char(10)),'[]','{}',NULL);
INSERT INTO sources VALUES(2,'/van-ban/782.txt','/van-ban/782.txt','5fc2615746743a4113ec8758e57d793d0c06de1a19407333fac411cf9cc856bb','text/plain',replace('ĐẢNG ỦY SỞ GIÁO DỤC VÀ ĐÀO TẠO\n*\nSố 782-CV/ĐU\n\nThành phố Hồ Chí Minh, ngày 20 tháng 02 năm 2024\n\nKính gửi: Các chi bộ trực thuộc\n\nThực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị và Chỉ thị số 28-CT/TU ngày 16 tháng 10 năm 2023 của Ban Thường vụ Thành ủy, Đảng ủy đề nghị các chi bộ triển khai thực hiện.\n','\n',char(10)),'[]','{}',NULL);
INSERT INTO sources VALUES(4,'/van-ban/ghi-chep.txt','/van-ban/ghi-chep.txt','cf81add1998d59b9abd42e2f16973f65962a7ebf232070b519b5bd721b198dc2','text/plain',replace('Ghi chép về việc thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị.\n','\n',char(10)),'[]','{}',NULL);
CREATE TABLE extractions (
    source INTEGER PRIMARY KEY REFERENCES sources(id) ON DELETE CASCADE,
    run INTEGER NOT NULL,
    extractor TEXT NOT NULL,
    iri TEXT NOT NULL,
    json BLOB NOT NULL,
    stamp TEXT NOT NULL DEFAULT '',  -- a hash of the code and the registry that made it
    characters INTEGER NOT NULL DEFAULT 0,
    provisions INTEGER NOT NULL DEFAULT 0,
    cited INTEGER NOT NULL DEFAULT 0,
    facts INTEGER NOT NULL DEFAULT 0,
    counts INTEGER NOT NULL DEFAULT 0  -- of the copies of one document the one that is its text
);
INSERT INTO extractions VALUES(1,1,'legalkg 0.2.0','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15',X'78019d94316bdb4014c7bfca43b3654bb225cb1993a59012280d7428a19ca58b744439b9d229c4351e4a860e9d32764b5a42e910c8d0c91a3a38e47be89bf43d4927bb4949a19b7dff3bdd7bffdfffddc210a1b1630cce9834a74c0edc715f9d2ba367f07395b140a519aa098f58721281d577fa166a316721476161a8f98ce386fd6af54b415254ab5b89ba2c4ea7a41beed8dc7f39387c836b2153b4d3b19ca16979a6ede2da2c61012dbe585fc141557e11b826f2bca8cfeee202ecc5eb5b1983caaaf2338a4aa8840e9c55e54750026f9d81aaca9b00e4faab8c206029c4a22a3f15f01e8bf906c1fa272eabf575002a6e7e0b09f797557929404669b5baa64bf3199339f5a32b5f18b9629932766c1fad906891e32dbb823bd5d1ea70846ad362270ebdf6a867a1d838d5899ed38ae35a6cfaead4b1ddaab63359e2e15c44926758e1db23ba270d8a532e15fd5f34fc429bdc69601c4431ba8506cc890aaeeba60cdb330f5e3dc261fb350e1ff76dac67129daf56373388d757e8ff6156a08d0f770fd7323296473d83ae172979861568abdcce2aac05f383a05ea3d1b09d82b67494542c72bcf44490bb46ce9363fc971535df402846df1f34a59ba94ce6a806a93c162197141aabefba43248294fe4d0e4dfb904a4a4ec295e21905d858f636a50f3548dbc72edae2ff341272ea455b88e1595fcdc1f62957e80a7820ef2f4ec1b16cb25223c21b6b348ffb22542693a1d9b279dcdbc4c7f03cd39babe363ff2d5cf6a69d914f81a9676fd3add7c5cb7751d6dc371b269646698f964b029ef1a426d2124f8bac9edc16a256b1dd29cb79f82ea567002728e294826d0bf4d641fda8e09b93d731080aa2b3777f2121a8ca1f4f604ffc119674a6e96fa56ea89b7146e8598baefb10fc2f442ae33b83dde746a1074f1e2938d97a0a41c60f7790b3a28f43432e52081b07dbd86fc511a7bc7972b4f734fb18d176e7340d6904f4ac39134d6834c66fff067f1d0116','d0a2aba6ba64d6ca',190,0,1,5,1);
INSERT INTO extractions VALUES(2,1,'legalkg 0.2.0','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh',X'7801ed96316fd34014c7bfcac9739cd8e738713a9201a4c24480a1eae0d86e7caa738eec4bd51065401d106269c5c48048851053259098ea812111dfc3df84f76cdfc5292da51523a3fdeedef9fdffbff7ce738df9da8ed63a72b93e7479abebd0a638165a430b8e45e27a224e201c0523373a1c11a3499b06c4c2c0f50308cc35319b04b0a0bfface47e4687dc221caa7e321463548a6f79fb7d6a7cfe0adef0a5c490ddad60daa53cc33895c0f5f0ec2d592876412e6d919799467ef483f5c5d90278c87b08aa5e9b4c8b73ecd2f3fc13979f665469ee6d947f290adce63e2e7d9678f1cad96647dba5ac644e497e7316c144c44b7a46f103e5a2d67841a4484ab73486e50c2d727637843db9023093c36610117a9b6b307759e7bc40b1919e6d97b22923cfbe6c1c6293c79da7e434b272e878573a5c15c4b859b086dc7ea80a41cb46edb0b55b88ab6bb55b4e340b4944a05bb4615ece1d6aa2815555b210ae1948d7890e0c7ee63a6d89b8eab8f9f9756fb262a53dab69b5ffe10249ae697175bc6d95d7df7716bf002566e6cb374a3a39b36bc53863c4015d02a300fc578ab2d1af218ba39a60fbebe019970410d0feae8fd416bb00d87a59b866e76b64e713919843fbfe6d907840ccc86c7021804415bec3734ac91c528fd9e12c6b294e25030e00ca0013467641bcb4a21088a90a570ee21439bb434880ee029991608794cb87842ab845b8f793483a817f303e6071c29369ab60d474ec0eedb11006f5ec61ce18c022182043baa10afc2c56c4bd34dc7569f5ff78ba4588b74aac2d8b425c61d45b105df293980f30affaf56853ce82ef7f5aa77af56d67300df9b2b336d5a696d760c28adc44b39512ba67d0ddf66c794bb1d245ce2b5d9df936240532e807215a1866c2b6a4392cae51a6fa54a9234a95247aa641a37ca84fcfe6399a829db9cd2a2958b2ebcae18d3021dae8c014a6bb55e2713b5d582ae0332ede3f48a0a6cabc688a749316f2bd26514a860e349149493026474935180ed5267452e6ec59380333e42faa7e5742da660c8f2ec354e91ed9ee8f5f0a38e64936cdad3b4a4a9167594750318123052cb64e47ebc130fe6824b7e1b4ec50d713f3664ca3f4ea2065c3fb50b6a7d9667af80381c7bc4bb72718058279c1c862e2be6a22ab909e3ace0fbce56d578555679719cf88c1708fcad5f0eb6f27fbfeee217341a0ef3b2c9aaeba336d6e1522eff0124f0788fcfe53d338c7dbc49aa253d18f6c56f82457b40c22fc2357b45','d0a2aba6ba64d6ca',253,0,2,5,1);
INSERT INTO extractions VALUES(4,1,'legalkg 0.2.0','https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9',X'78015d903d6e83401484afb2da9ae5d718e332299d32528ac8c51a36b0327e2058223b882a65aa94e99203f8027691c2b90837f15bf353a47df334f3cd3454c67449ad570e6cc3c14a52c9a25414a6da2b6a50b157258f545ee24f26129e6d13629bae69a316e751bd13a02aba7c6e7a9bd8c1bb3a1402df57dde95791acee4e47c02bd4bb8dd0367ec0560fd6e39376e04a7fbab6eb317bce1c1f6fb2aaeadbdf5d77fe22f7e9e50829516577fea0eddaa03a50e6d067568a978a2edd0041016b042ea623f2bf745275e74f32e612482edf07e2f844a5971f48c89cc0dffb8e680acd34b4428f5b9bb2ce34632415d7c1966ec738c46c2864d0288717190b88f0cf36c3c5dca00572216233b56ee8c0ea8503eb2c68c7a926712ae2f928f6eb4ce26c31b544719c699283718445d8b67aa9b71c443fd356ea71e8268f0f587000b107b7d069d7ed154eefab46','d0a2aba6ba64d6ca',71,0,1,0,1);
CREATE TABLE past_extractions (
    path TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL, iri TEXT NOT NULL, extractor TEXT NOT NULL,
    json BLOB NOT NULL, PRIMARY KEY (path, until)
) WITHOUT ROWID;
CREATE TABLE failures (path TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, document TEXT NOT NULL, sha256 TEXT, quote TEXT, start INTEGER, relation TEXT, target TEXT,
    facts TEXT, "by" TEXT NOT NULL, at TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', undone_by TEXT, undone_at TEXT,
    path TEXT
);
INSERT INTO corrections VALUES(1,'relink','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','5fc2615746743a4113ec8758e57d793d0c06de1a19407333fac411cf9cc856bb','Chỉ thị số 28-CT/TU ngày 16 tháng 10 năm 2023',206,NULL,'https://w3id.org/legalkg/id/chi-thi_29-ct-tu_2023-10-17','{"type": "Chỉ thị", "number": "29-CT/TU", "date": "2023-10-17"}','Lan','2026-11-28T11:34:40Z','29 was meant',NULL,NULL,NULL);
INSERT INTO corrections VALUES(2,'reject','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','d04efd3a841dc002226740d016ddf1929e0bd9f900aab75fc1b615c1d81c9426','Nghị quyết số 16-NQ/TW ngày 18 tháng 6 năm 2018',138,NULL,NULL,NULL,'Lan','2026-11-28T11:34:44Z','',NULL,NULL,NULL);
INSERT INTO corrections VALUES(3,'accept','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','5fc2615746743a4113ec8758e57d793d0c06de1a19407333fac411cf9cc856bb','Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023',140,NULL,'https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15',NULL,'Minh','2026-11-28T11:34:47Z','',NULL,NULL,NULL);
CREATE TABLE removals (id INTEGER PRIMARY KEY AUTOINCREMENT, at TEXT NOT NULL, asked TEXT NOT NULL);
INSERT INTO removals VALUES(1,'2026-11-28T11:34:50Z','12-KL/TW');
CREATE TABLE removed (
    removal INTEGER NOT NULL REFERENCES removals(id) ON DELETE CASCADE,
    path TEXT NOT NULL, name TEXT NOT NULL, sha256 TEXT NOT NULL, media_type TEXT NOT NULL, text TEXT NOT NULL,
    pages TEXT NOT NULL, known TEXT NOT NULL, run INTEGER NOT NULL, extractor TEXT NOT NULL, iri TEXT NOT NULL,
    json BLOB NOT NULL, stamp TEXT NOT NULL, characters INTEGER NOT NULL, provisions INTEGER NOT NULL,
    cited INTEGER NOT NULL, facts INTEGER NOT NULL, PRIMARY KEY (removal, path)
);
INSERT INTO removed VALUES(1,'/van-ban/cu.txt','/van-ban/cu.txt','a78a8671885f69a621ac4a53f202a073c31cf2a3be9213fe45d05c76074464ba','text/plain',replace('BỘ CHÍNH TRỊ\n*\nSố 12-KL/TW\n\nHà Nội, ngày 3 tháng 4 năm 2021\n\nKẾT LUẬN\nvề công tác lưu trữ\n\nCăn cứ Chỉ thị số 33-CT/TW ngày 18 tháng 9 năm 2019 của Ban Bí thư, Bộ Chính trị kết luận như sau.\n','\n',char(10)),'[]','{}',1,'legalkg 0.2.0','https://w3id.org/legalkg/id/ket-luan_12-kl-tw_2021-04-03',X'78018d54bb6edb3014fd1582b3658bf24bca182f05527469800e4550d012630b51a840a28cb886872253d1a963b7642a3a04cdd0291e3a28c87fe84f7aae5e161ca0ed22403c97e43d8fcb0d0f037ec4072ba9adb9d4033feb9b6bc37b5c5d9b44fa264e80466a21a38b05b3fb4edf06b65432500036dcacaf140a4e8ac7df864559f178af81ebec724e38178e75f27a70fa0e6b813454e9d88eb0ec91650fb17615499f165fe5b7ec4db1fb16622d4cd3acdc7b8c05365be6f77ac94c52ecbe0034a18968c3aad87d627efe4b2f98c9ef7c163d3f6465d14f14a55752a7d45cd3c686a74626861f0917bc34f83a936d7b7b8b3a0d3a1c01adfa6dc1e1a4de3af60056b45b70226a70528255932d3ab56bd4f5b6d89b860bad1234f8fe8cae89fdec526943ff9bca8b4010d34ad8d9b2d87d66065fa2df10e2c3a1353b3dd0557896ed59c245dd5e43a9d9717e8f039e1ff8f6acc7e9aa302679705ba3cab85505f7c27708fcb6d87d655df7ea3601996598e28e8b9084e4a98acef19764a52f7e68249d3fa83ab5621dad81fab13e0f03a5c96cbb3f1e0f213e0cf9b74910e863acc9f14819a3120a1edff6dad6bdc6323172dade3b9ab19478346a31bdc86fd74cb8d023bf43763ca69f6e2e99630b0f5d3656e0b6d282434e6489257560d5361cf2f25c64e42fbc6cafd6598829881d64684fc51e532eca7169898a36ba600ab871785f309a36a78fa7db2d799da8a834a3363bce9272d86aff1a146ce73255c18798261773b2501480ae024de9a07c07f04ca46502fc8c8c993ddd68e617bb1f2f7cf6dc115a5a35c6ef03e735e3225c485227ae3d0733df66fefffda316be4b76dc097c8fbd7842d845e7a1621a53c15299f5311a241845ad12ab0e77277498dbea0de90c33725817cee380725e9710abf299119e8d93ff00eb66d29f','d0a2aba6ba64d6ca',143,0,1,5);
CREATE TABLE pending_graphs (iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE pending_links (what TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE pending_words (iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE graph_state (archive TEXT NOT NULL, step INTEGER NOT NULL);
INSERT INTO graph_state VALUES('0bb0a12a70e241c987528f4bc1f19f46',6);
CREATE TABLE graphs (iri TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO graphs VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh');
INSERT INTO graphs VALUES('https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15');
INSERT INTO graphs VALUES('https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9');
CREATE TABLE known (iri TEXT PRIMARY KEY) WITHOUT ROWID;
INSERT INTO known VALUES('https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15');
CREATE TABLE facts (
    source TEXT NOT NULL, iri TEXT NOT NULL, held INTEGER NOT NULL, day TEXT, effective TEXT, facts TEXT NOT NULL,
    PRIMARY KEY (source, iri, held)
) WITHOUT ROWID;
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','https://w3id.org/legalkg/id/chi-thi_29-ct-tu_2023-10-17',0,'2024-02-20',NULL,'["Chỉ thị", "29-CT/TU", "2023-10-17", null, null, null, null]');
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh',1,'2024-02-20',NULL,'["Công văn", "782-CV/ĐU", "2024-02-20", "Đảng ủy Sở Giáo dục và Đào tạo", null, "Thành phố Hồ Chí Minh, ngày 20 tháng 02 năm 2024", "Thành phố Hồ Chí Minh"]');
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15',0,'2024-02-20',NULL,'["Kết luận", "57-KL/TW", "2023-06-15", "Bộ Chính trị", null, null, null]');
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15',1,'2023-06-15',NULL,'["Kết luận", "57-KL/TW", "2023-06-15", "Bộ Chính trị", null, "về tiếp tục nâng cao hiệu quả công tác thông tin đối ngoại", "Hà Nội"]');
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15',0,NULL,NULL,'["Kết luận", "57-KL/TW", "2023-06-15", "Bộ Chính trị", null, null, null]');
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9','https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9',1,NULL,NULL,'[null, null, null, null, null, null, null]');
CREATE TABLE stated (iri TEXT NOT NULL, facts TEXT NOT NULL, times INTEGER NOT NULL, PRIMARY KEY (iri, facts))
    WITHOUT ROWID;
INSERT INTO stated VALUES('https://w3id.org/legalkg/id/chi-thi_29-ct-tu_2023-10-17','["Chỉ thị", "29-CT/TU", "2023-10-17", null, null, null, null]',1);
INSERT INTO stated VALUES('https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','["Kết luận", "57-KL/TW", "2023-06-15", "Bộ Chính trị", null, null, null]',2);
CREATE TABLE held_keys (key TEXT NOT NULL, iri TEXT NOT NULL, PRIMARY KEY (key, iri)) WITHOUT ROWID;
INSERT INTO held_keys VALUES('so:782-CV-DU','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh');
INSERT INTO held_keys VALUES('so:57-KL-TW','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15');
CREATE TABLE lookups (key TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (key, source)) WITHOUT ROWID;
INSERT INTO lookups VALUES('so:28-CT-TU','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh');
INSERT INTO lookups VALUES('so:29-CT-TU','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh');
INSERT INTO lookups VALUES('so:57-KL-TW','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh');
INSERT INTO lookups VALUES('so:16-NQ-TW','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15');
INSERT INTO lookups VALUES('so:57-KL-TW','https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9');
CREATE TABLE resolutions (
    source TEXT NOT NULL, cited TEXT NOT NULL, target TEXT, outcome TEXT NOT NULL, rule TEXT NOT NULL,
    reason TEXT NOT NULL, similarity REAL, PRIMARY KEY (source, cited)
) WITHOUT ROWID;
INSERT INTO resolutions VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','d1','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','resolved','resolution/review-accept','accept by Minh on 2026-11-28',NULL);
INSERT INTO resolutions VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','d2','https://w3id.org/legalkg/id/chi-thi_29-ct-tu_2023-10-17','created','resolution/review-relink','relink by Lan on 2026-11-28: 29 was meant',NULL);
INSERT INTO resolutions VALUES('https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','d1',NULL,'rejected','resolution/review-reject','reject by Lan on 2026-11-28',NULL);
INSERT INTO resolutions VALUES('https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9','d1','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','resolved','resolution/same-identity','all that tells it apart agrees',NULL);
CREATE TABLE candidates (
    source TEXT NOT NULL, cited TEXT NOT NULL, iri TEXT NOT NULL, score REAL NOT NULL, PRIMARY KEY (source, cited, iri)
) WITHOUT ROWID;
CREATE TABLE documents (
    row INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, id TEXT NOT NULL UNIQUE, type TEXT, number TEXT, date TEXT,
    issuer TEXT, title TEXT, name TEXT, place TEXT, held INTEGER NOT NULL, file TEXT
);
INSERT INTO documents VALUES(8,'https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9','van-ban-cf81add1998d59b9',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1,'ghi-chep.txt');
INSERT INTO documents VALUES(9,'https://w3id.org/legalkg/id/chi-thi_29-ct-tu_2023-10-17','chi-thi_29-ct-tu_2023-10-17','Chỉ thị','29-CT/TU','2023-10-17',NULL,NULL,NULL,NULL,0,NULL);
INSERT INTO documents VALUES(12,'https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','Công văn','782-CV/ĐU','2024-02-20','Đảng ủy Sở Giáo dục và Đào tạo','Thành phố Hồ Chí Minh, ngày 20 tháng 02 năm 2024',NULL,'Thành phố Hồ Chí Minh',1,'782.txt');
INSERT INTO documents VALUES(13,'https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','ket-luan_57-kl-tw_2023-06-15','Kết luận','57-KL/TW','2023-06-15','Bộ Chính trị','về tiếp tục nâng cao hiệu quả công tác thông tin đối ngoại','Kết luận về tiếp tục nâng cao chất lượng, hiệu quả công tác thông tin đối ngoại trong tình hình mới','Hà Nội',1,'57.txt');
CREATE TABLE keys (key TEXT NOT NULL, iri TEXT NOT NULL, PRIMARY KEY (key, iri)) WITHOUT ROWID;
INSERT INTO keys VALUES('so:29-CT-TU','https://w3id.org/legalkg/id/chi-thi_29-ct-tu_2023-10-17');
INSERT INTO keys VALUES('so:782-CV-DU','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh');
INSERT INTO keys VALUES('tep:782 txt','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh');
INSERT INTO keys VALUES('so:57-KL-TW','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15');
INSERT INTO keys VALUES('ten:kết luận về tiếp tục nâng cao chất lượng hiệu quả công tác thông tin đối ngoại trong tình hình mới','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15');
INSERT INTO keys VALUES('tep:57 txt','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15');
INSERT INTO keys VALUES('tep:ghi chep','https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9');
INSERT INTO keys VALUES('tep:ghi chep txt','https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9');
CREATE TABLE found_links (iri TEXT PRIMARY KEY, same TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE links (iri TEXT PRIMARY KEY, same TEXT NOT NULL) WITHOUT ROWID;
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','names','names',0,'CREATE VIRTUAL TABLE names USING fts5(
    type, number, issuer, title, name, place, file, content='''', tokenize=''unicode61 remove_diacritics 2''
)');
CREATE TABLE IF NOT EXISTS 'names_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO names_data VALUES(1,X'0406090b18150707');
INSERT INTO names_data VALUES(10,X'0000000002071600071101010101010201010301010401010501010601010000');
INSERT INTO names_data VALUES(137438953473,X'000000a3033030320a01010232300a01030232340a0101033738320a0101036368690a0102036f6e670a010201760a01010464616e670a0103016f0a010201750a010301630a0101046769616f0a010102686f0a0101046d696e680a0101036e616d0a0102036761790a01010370686f0a010102736f0a01010374616f0a01020468616e670a010501680a01020278740a01010275790a01010276610a0103016e0a0104060606070707050805050508060807070706070805060606');
INSERT INTO names_data VALUES(274877906945,X'000000fc033030320c0601030a010232300c06010308030232340c0601030c01033738320c0c01010201060201036368690c0c01030501050502036f6e670c02020201760c06010103010464616e670c0601020203016f0c060102080201750c060101040301630c0601020601046769616f0c060102050102686f0c0c01030401050401046d696e680c0c01030601050601036e616d0c0601030b02036761790c06010307010370686f0c0c0103030105030102736f0c06010204010374616f0c06010209020468616e670c060103090501680c0c010302010502020278740c06010603010275790c06010203010276610c0601020703016e0c0203040909090d0d08080b0808080b0c0e0a0a0d090a0b0b090909');
INSERT INTO names_data VALUES(412316860417,X'000000c9033035370b010102626f0b01010363616f0b0102036861740b010303696e680b0102036f6e670b010103646f690b01010268610b0102036965750b0103026e680b0101036b65740b0102016c0b0101046c75616e0b0103036f6e670b0101036d6f690b0101046e616e670b010204676f61690b0102026f690b0101037175610b0101037461630b010204686f6e670b0102036965700b0103016e0b010401680b01020272690b0103036f6e670b01020275630b010201770b01020278740b01010276650b01040606070707070706070607050807070808060707080705050607060506');
INSERT INTO names_data VALUES(549755813889,X'0000014f033035370d0c0101020106020102626f0d06010202010363616f0d0c01030601040802036861740d060104090303696e680d0601020302036f6e670d0c01030901040d0103646f690d0c01030d010411010268610d0601050202036965750d0c01030701040b03026e680d0601041501036b65740d080201040202016c0d0601010301046c75616e0d080301040303036f6e670d0601040a01036d6f690d0601041601046e616e670d0c0103050104070204676f61690d0c01030e01041202026f690d0601050301037175610d0c01030801040c01037461630d0c01030a01040e0204686f6e670d0c01030b01040f02036965700d0c01030301040503016e0d0c01030c0104100401680d06010414020272690d0601020403036f6e670d06010413020275630d0c0103040104060201770d06010104020278740d06010603010276650d0c010302010404040c090d0a0a0d0d090d090b080c0a0a0e0e090d0d0e0d0b08090a0c0809');
INSERT INTO names_data VALUES(687194767361,X'00000033033033330401010362616e0401020169040101036368690401020174040101037468690401030175040102017704010406070507050705');
INSERT INTO names_data VALUES(824633720833,X'0000006e0330313205010102626f050101056368696e68050102036f6e670501020175050101026861050101036b6574050102016c050101046c75616e0501030175050101036e6f69050101037461630501020272690501030175050102017705010202787405010102766505010406060907050607050805070706050506');
INSERT INTO names_data VALUES(2336462209025,X'000002f8033030320a0601030a010231320506010102010232300a06010308030232340a0601030c0201390906010102010233330406010102010235370b0c01010201060201033738320a0c010102010602010362616e0406010202020169040601020302016f05060102020606010202010363616f0b0c01030601040802036861740b06010409030265700806010603030169040202050202010c01030501050504026e680506010203060601020302036f6e670506010303050202010c01030901040d0201740406010103050601010302017505060106020201760a06010103010464616e670a0601020203016f0a0601020802026f690b0c01030d0104110201750a060101040301630a0601020601036768690806010602020369616f0a06010205010268610506010502060601050202036965750b0c01030701040b03026e680b0601041502016f0a0c01030401050401036b657405020206080201040202016c0506010103060601010301046c75616e05020306080301040303036f6e670b0601040a030175050601030501046d696e680a0c01030601050602026f690b0601041601036e616d0a0601030b03026e670b0c01030501040702036761790a0601030703036f61690b0c01030e01041202026f6905060105030606010503010370686f0a0c01030301050301037175610b0c01030801040c0102736f0a0601020401037461630506010304060c01030a01040e03016f0a06010209020468616e670a060103090501680a0c01030201050203016904020305020303036f6e670b0c01030b01040f030175040601020402036965700b0c01030301040503016e0b0c01030c0104100401680b06010414020272690506010204060601020403036f6e670b06010413030175050601030602017509060101040301630b0c010304010406020177040601010401060101040606010104020278740506010603030601060402060106030106010603010275790a06010203010276610a0601020703016e0a02030201650506010302060c010302010404040909090908090c0d0a080d0d0a09110e150d08080b080c08080a0a0e0d090b0e0d0f0a080e090a0c0a0d0e0d0d0912080b0b090d080d0b080e0a08080b1218090906');
CREATE TABLE IF NOT EXISTS 'names_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO names_idx VALUES(1,X'',2);
INSERT INTO names_idx VALUES(2,X'',2);
INSERT INTO names_idx VALUES(3,X'',2);
INSERT INTO names_idx VALUES(4,X'',2);
INSERT INTO names_idx VALUES(5,X'',2);
INSERT INTO names_idx VALUES(6,X'',2);
INSERT INTO names_idx VALUES(17,X'',2);
CREATE TABLE IF NOT EXISTS 'names_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO names_docsize VALUES(8,X'00000000000003');
INSERT INTO names_docsize VALUES(9,X'02030000000000');
INSERT INTO names_docsize VALUES(12,X'0203080b000502');
INSERT INTO names_docsize VALUES(13,X'0203030d150202');
CREATE TABLE IF NOT EXISTS 'names_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO names_config VALUES('version',4);
CREATE TABLE words_state (archive TEXT NOT NULL, step INTEGER NOT NULL);
INSERT INTO words_state VALUES('c26e982974d34be89fc7015e0020d9b8',2);
CREATE TABLE derived (version TEXT NOT NULL);
INSERT INTO derived VALUES('2.2');
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('corrections',3);
INSERT INTO sqlite_sequence VALUES('removals',1);
CREATE INDEX sources_sha256 ON sources(sha256);
CREATE INDEX extractions_iri ON extractions(iri);
CREATE INDEX extractions_run ON extractions(run);
CREATE UNIQUE INDEX extractions_counts ON extractions(iri) WHERE counts;
CREATE INDEX past_extractions_until ON past_extractions(until);
CREATE INDEX removed_path ON removed(path);
CREATE INDEX facts_day ON facts(iri, length(day), day) WHERE NOT held;
CREATE INDEX held_keys_iri ON held_keys(iri);
CREATE INDEX lookups_source ON lookups(source);
CREATE INDEX documents_date ON documents(date DESC, id);
CREATE INDEX documents_type ON documents(type, date DESC, id);
CREATE INDEX documents_held ON documents(held, date DESC, id);
CREATE INDEX keys_iri ON keys(iri);
CREATE INDEX found_links_same ON found_links(same);
CREATE INDEX links_same ON links(same);
CREATE TRIGGER names_new AFTER INSERT ON documents BEGIN
    INSERT INTO names (rowid, type, number, issuer, title, name, place, file) VALUES (new.row, replace(replace(replace(replace(new.type, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(new.number, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(new.issuer, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(new.title, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(new.name, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(new.place, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(new.file, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'));
END;
CREATE TRIGGER names_gone AFTER DELETE ON documents BEGIN
    INSERT INTO names (names, rowid, type, number, issuer, title, name, place, file) VALUES ('delete', old.row, replace(replace(replace(replace(old.type, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(old.number, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(old.issuer, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(old.title, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(old.name, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(old.place, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(old.file, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'));
END;
PRAGMA writable_schema=OFF;
COMMIT;
PRAGMA user_version=5;
