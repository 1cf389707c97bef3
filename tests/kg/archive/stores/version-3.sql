PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE runs (
    id INTEGER PRIMARY KEY, started TEXT NOT NULL, ended TEXT, extractor TEXT NOT NULL, arguments TEXT NOT NULL,
    report TEXT
);
INSERT INTO runs VALUES(1,'2026-11-28T00:00:23Z','2026-11-28T00:00:23Z','legalkg 0.1.0','{"paths": ["/van-ban"], "columns": null, "ocr": false, "on_error": "skip"}','{"run":1,"new":3,"changed":0,"unchanged":0,"failed":[],"duplicates":{},"citations":6,"resolutions":{"created":2,"resolved":2},"seconds":0.451,"stopped":false}');
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    text TEXT NOT NULL,
    pages TEXT NOT NULL,
    known TEXT NOT NULL
);
INSERT INTO sources VALUES(1,'/van-ban/57.txt','/van-ban/57.txt','d04efd3a841dc002226740d016ddf1929e0bd9f900aab75fc1b615c1d81c9426','text/plain',replace('BỘ CHÍNH TRỊ\n*\nSố 57-KL/TW\n\nHà Nội, ngày 15 tháng 6 năm 2023\n\nKẾT LUẬN\nvề tiếp tục nâng cao hiệu quả công tác thông tin đối ngoại\n\nCăn cứ Nghị quyết số 16-NQ/TW ngày 18 tháng 6 năm 2018 của Ban Chấp hành Trung ương, Bộ Chính trị kết luận như sau.\n','\n',char(10)),'[]','{}');
INSERT INTO sources VALUES(2,'/van-ban/782.txt','/van-ban/782.txt','5fc2615746743a4113ec8758e57d793d0c06de1a19407333fac411cf9cc856bb','text/plain',replace('ĐẢNG ỦY SỞ GIÁO DỤC VÀ ĐÀO TẠO\n*\nSố 782-CV/ĐU\n\nThành phố Hồ Chí Minh, ngày 20 tháng 02 năm 2024\n\nKính gửi: Các chi bộ trực thuộc\n\nThực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị và Chỉ thị số 28-CT/TU ngày 16 tháng 10 năm 2023 của Ban Thường vụ Thành ủy, Đảng ủy đề nghị các chi bộ triển khai thực hiện.\n','\n',char(10)),'[]','{}');
INSERT INTO sources VALUES(3,'/van-ban/ghi-chep.txt','/van-ban/ghi-chep.txt','cf81add1998d59b9abd42e2f16973f65962a7ebf232070b519b5bd721b198dc2','text/plain',replace('Ghi chép về việc thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị.\n','\n',char(10)),'[]','{}');
CREATE TABLE extractions (
    source INTEGER PRIMARY KEY REFERENCES sources(id) ON DELETE CASCADE,
    run INTEGER NOT NULL,
    extractor TEXT NOT NULL,
    iri TEXT NOT NULL,
    json BLOB NOT NULL
);
INSERT INTO extractions VALUES(1,1,'legalkg 0.1.0','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15',X'78019d543f4fdb4014ff2a4f9e93e07312c730c252890aa92a52870aa18b7dd827cc39b5cf8834ca503174e8c4d80d5aa1aa031243a778e860c4f7f037e97bb6cf494b45a56ef1fbdde5bddf9f770b4b06d68eb575ce557fcad5d67832d017daea59e242a7dcd7498a682c421e9f86600fd8c0462c123c10082c2c3d9f093cb05fad7e6a88f36a75a71057f9d994706b3ce9efbfdc3a7c83b5806b3ae9d8ceb06fbb7d36c6da2ce63e155f94d77050159f25d66496e5f5dd5d2cc05e54dea908745a159f10d452c774e1bc2a3e8096d87506ba2a6e7d50e5171582cf138864557ccce11d0ef315fcf207967579e3838e9adf52c1c355555c49506152ad6ea86936e32a233e66f28595699e6a6b8779288542891c77d90ddca18e418723441b8a1d3874dbabae8d60a35407ba4e0b4e6ab0e1d5a113d6a2ccd95ee2e54c864aa438e1db23ea93f8f999509abe178d7f0123751a330ec208d54201e6e40ad60d298bb9fd83577fd8c1bcda0e0fcfada5e70a95af56b73388ca6bd4ff30cd51c6c7fbc71b155acba39e45ed65429ae10446aa712715ce82f941a35ea3d0b099827674847424336c7a2a495d2b13f1097ea579ed6f33f171a2e23916fd449dc84028ca8a3dd8461bd09a7fdb854abd4f14c525165a8b94526b2d7beb7987c63de6e1e8edc4bfab07191130ba6162caeb39308fc28452800beae1f20c1c9b917ec617ec58fbd192215b8eb90a8e5b1f9e109a3ccb686c92c2fe9623b62631f2281bf59aad39ba5d92bc31c2c6e2f5816ddbb8c646cb25799b8a986f989be469bda4ad5f064592539e89004d42eab82ca120c337892733a124060609e764c3dec3a502bf2abe3ff5142510e7c6e38d480dcdf8ce08b7a9b5a8fb1ff85fb3688a6f1c769fcb790f9ebc4070baf1ce818a1eef21e3f900378274a3b0350bd1667a2376b8c2cd7b62d4a6c5c628b627a7494041378be460c69b476734c1fffe05c2a9f4d7');
INSERT INTO extractions VALUES(2,1,'legalkg 0.1.0','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh',X'7801ed553d8fd34010fd2babade3c45ec74e722529403aa808509c4e27c7f6c5ab73d691bd8e2e4429d01508d1dc898a02910821aa9340a28a0b0a47fc0fff13666dafe3dc0770274a4a7b667767de7bf3668ea983f7706b6a316568b156a74b9afc94e306764f7968d93c0821ecbb23cb3f1921b5a935558879aee5b81098633e9bb890d04fbfb3119a6ece1844593c1e8a2886cb94fef3d6e6fc19fc752c2e32894ada8a4a1422ee99f8962d7e0ebc74c93c34f1b2e4023dca9277a8efa597e809651e64d1288af3fb36e7d9fa13bc93255f66e869967c440f69ba0a9093259f6d344d9768739e2e03c4b3f52a8083a16bd30975198ff0de01d4b8b291ed5134cc92f7888759f2cd46dc8be1cbc6870d1c4d2c0689f3aafe398eb81572bca79b0007039cdac6a22aba8ab63b65d4ec42b468b30a76d432d83316108de888b9a128e750e406763c2ecb9b1744381ad45d82ba9fad7f70e4c7d9fa720756a3a3ec3f6e0d5e40e616545d514d4533ea703d107d0a20015ad1ee5bbc68c867c8f6993ea0fe0680100935f24857e90f5a835dea74455315cddc79c56268e0fdfc9a251f8404800af8cce91434e1c561038b1e6920c03da880d1f50a536818c40632004a2fd0ae684a8420c83d1ac1bb2754108123d73f86af30f6857e0ac51d05cc9fc14f3b60c7d471999096daec0163c0e29f9905425e064c5ce7bb9cbba110798e58a902ad2db9d4ba4655739d24148906243d888dd2e50c6906609bae001b13b1cdd918c104e850a5241fdecb492f5b11dc1f59cc392aa7e85a3ba0b6dbfbd10c52c2aa992a345428a902bdd642fb06b16aa6264f7785d2e5e06dcff72404d0c402045d45882a678418704949684d5a05365254121b5362a3a9b78223a4fa4fc0219a9c5442447b57c0a9b5a0e910be32c984d43abc091c6254099d2e8073280cc8b76aca0fe230b7bb52ca320a0aa0e389ef1656007559e1c815f350d745307119652321efb8b0ccdcbf3c9a25af853bec8abedb0522a77208b653a7e992409d404a49d300661fbcb0b80bdd4fd1c88671b7d035cfc96df97e3a9057fed6601ae0f9b5adb0b9c89257a02ee166c8bee2f880d51943279e4573bbab5a6e824be55abe3341356dda41103a94e57cff2d4b46fb3f4d77a409a64ab874b14bca6550f36b58b1c5ce963a87bd0b2e55260e03472c8832a5072e9eaf759df44000bf00bce84648');
INSERT INTO extractions VALUES(3,1,'legalkg 0.1.0','https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9',X'78015d903d6e83401484afb2dada607e8c319449e99491524496b56637808c1f162c9109a24a992a65bae400be802952908b7013bf353f45da374f33df4c45634e7d3a7f65a0ed18ccc328d682481c7579927446c549662c9069863f890859b20f89a19bba811a4f83e22040e6d47fae7a1b6ee25d964781efebeef22b4952749733e0158ac34e281bc7d5d60ff3c727e5c0a4fab40ccbd68ca5663a788bf3bcb8fddd75cd17b98fda334444665df341ebcd8caac038853e33972c93d4b75c0405ace15a988ec8ffd249de359f64cc2510b6df25311d22a3f60742b224f0f77e208a42310dadd0e3d6262b12c5a84a6d19f0edd0634683145e622e2040d9d03d6438220d825553d78a0e84b637102edc7a1c6812277cdb41b1df641217aba91b8ae33893ec8ed5575e5dab7dde5210fd38fb584d4277292fb1d600620c6e9e596fea2b79faa7e8');
CREATE TABLE past_extractions (
    path TEXT NOT NULL, since INTEGER NOT NULL, until INTEGER NOT NULL, iri TEXT NOT NULL, extractor TEXT NOT NULL,
    json BLOB NOT NULL, PRIMARY KEY (path, until)
) WITHOUT ROWID;
CREATE TABLE failures (path TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, document TEXT NOT NULL, sha256 TEXT, quote TEXT, start INTEGER, relation TEXT, target TEXT,
    facts TEXT, "by" TEXT NOT NULL, at TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', undone_by TEXT, undone_at TEXT
);
INSERT INTO corrections VALUES(1,'relink','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','5fc2615746743a4113ec8758e57d793d0c06de1a19407333fac411cf9cc856bb','Chỉ thị số 28-CT/TU ngày 16 tháng 10 năm 2023',206,NULL,'https://w3id.org/legalkg/id/chi-thi_29-ct-tu_2023-10-17','{"type": "Chỉ thị", "number": "29-CT/TU", "date": "2023-10-17"}','Lan','2026-11-28T00:00:23Z','29 was meant',NULL,NULL);
INSERT INTO corrections VALUES(2,'reject','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','d04efd3a841dc002226740d016ddf1929e0bd9f900aab75fc1b615c1d81c9426','Nghị quyết số 16-NQ/TW ngày 18 tháng 6 năm 2018',138,NULL,NULL,NULL,'Lan','2026-11-28T00:00:23Z','',NULL,NULL);
INSERT INTO corrections VALUES(3,'accept','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','5fc2615746743a4113ec8758e57d793d0c06de1a19407333fac411cf9cc856bb','Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023',140,NULL,'https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15',NULL,'Minh','2026-11-28T00:00:24Z','',NULL,NULL);
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','words','words',0,'CREATE VIRTUAL TABLE words USING fts5(title, body, content='''', tokenize=''unicode61 remove_diacritics 2'')');
CREATE TABLE IF NOT EXISTS 'words_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO words_data VALUES(1,X'0322811d');
INSERT INTO words_data VALUES(10,X'000000000103030003010101020101030101');
INSERT INTO words_data VALUES(137438953473,X'000001d003303135010601010c02013601060101250201380106010129010432303138010601012d03023233010601011001023537010804010106010136010801010e1f010362616e010601012f02016f010a0701010234010363616e010601012003016f01080e010117020368617001060101300303696e68010a080101033402036f6e6701081101011a0201750106010121030161010601012e0103646f6901081501011e01026861010601010903026e680106010131020369657501080f01011801036b6574010a020101112802016c01080501010701046c75616e010a030101122801036e616d010801010f1f03026e6701080d0101160203676179010801010b1f03026869010601012203036f616901081601011f02026875010601013902026f69010601010a02017101060101260103717561010810010119030379657401060101230103736175010601013a02016f010801010521010374616301081201011b020468616e67010801010d1f03036f6e6701081301011c020369657001080b01011403016e01081401011d02027269010a09010104340303756e6701060101320202756301080c010115020177010a06010108210104756f6e6701060101330102766501080a010113040908080b090a090a0a0a090a0c0b08080b09090b0c090d0b0a0b090b0909080b0a0a090b0c0b0b090b0a0a0a0b');
INSERT INTO words_data VALUES(274877906945,X'0000021e03303032020601011601023130020601013c0201350206010129020136020601013a01023230020601011403023233020801012d1304013402060101180201380206010136010235370206010125010136020601012b010337383202080401010b010362616e020601014002016f020a01011d141e0103636163020801011b3002026869020c0101110d191904026e68020601013002036f6e67020202020174020601013702027561020801012e1302017602080501010c010464616e67020a070101024503016f02080d010108020165020601014702017502080601010d03016302080b01010601046769616f02080a01010502027569020601011a01046869656e02080101213002016f020601011001036b657402060101220203686169020601014d0203696e68020601011902016c020601012601046c75616e020601012301046d696e68020601011201036e616d020a01011717130203676179020a0101131713030268690206010148010370686f020601010f0102736f020e09010104081c13010374616f02080e010109020468616e67020a0101151713050168020801010e3703016902060101340302756302080101203004026f63020601011f05026e6702060101410202726902060101310402656e020601014c03027563020601011e0201750206010138020177020601012701027579020c08010103430401027661020a0c0101072d03016e02020302017502060101420409090808090a080809080b0a0a0b0c0908080a090d090809090c090c080a0a0a080b0b0c0c090a0d0b0d09080a090909090908080c0b06');
INSERT INTO words_data VALUES(412316860417,X'000000d803303135030601010f010432303233030601011301023537030601010b01013603060101110102626f030601011501046368657003060101030303696e6803060101160202756103060101140103676869030601010201046869656e030601010701036b6574030601010802016c030601010c01046c75616e030601010901036e616d03060101120203676179030601010e0102736f030601010a01057468616e670306010110030275630306010106020272690306010117020177030601010d0102766503060101040203696563030601010504090b0908090b0a090a0b0a080b0a0a090c09090809');
CREATE TABLE IF NOT EXISTS 'words_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO words_idx VALUES(1,X'',2);
INSERT INTO words_idx VALUES(2,X'',2);
INSERT INTO words_idx VALUES(3,X'',2);
CREATE TABLE IF NOT EXISTS 'words_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO words_docsize VALUES(1,X'1539');
INSERT INTO words_docsize VALUES(2,X'0d4e');
INSERT INTO words_docsize VALUES(3,X'0016');
CREATE TABLE IF NOT EXISTS 'words_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO words_config VALUES('version',4);
CREATE TABLE state (archive TEXT NOT NULL, step INTEGER NOT NULL);
INSERT INTO state VALUES('892e659622c34daaa36ae70d445b622c',5);
CREATE TABLE dirty (iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE relink (what TEXT PRIMARY KEY) WITHOUT ROWID;
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
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh',1,'2024-02-20',NULL,'["Công văn", "782-CV/ĐU", "2024-02-20", "Đảng ủy Sở Giáo dục và Đào tạo", null, null, "Thành phố Hồ Chí Minh"]');
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
CREATE TABLE questions (key TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (key, source)) WITHOUT ROWID;
INSERT INTO questions VALUES('so:28-CT-TU','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh');
INSERT INTO questions VALUES('so:29-CT-TU','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh');
INSERT INTO questions VALUES('so:57-KL-TW','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh');
INSERT INTO questions VALUES('so:16-NQ-TW','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15');
INSERT INTO questions VALUES('so:57-KL-TW','https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9');
CREATE TABLE resolutions (
    source TEXT NOT NULL, cited TEXT NOT NULL, target TEXT, outcome TEXT NOT NULL, rule TEXT NOT NULL,
    reason TEXT NOT NULL, similarity REAL, PRIMARY KEY (source, cited)
) WITHOUT ROWID;
INSERT INTO resolutions VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','d1','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','resolved','review-accept','accept by Minh on 2026-11-28',NULL);
INSERT INTO resolutions VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','d2','https://w3id.org/legalkg/id/chi-thi_29-ct-tu_2023-10-17','created','review-relink','relink by Lan on 2026-11-28: 29 was meant',NULL);
INSERT INTO resolutions VALUES('https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','d1',NULL,'rejected','review-reject','reject by Lan on 2026-11-28',NULL);
INSERT INTO resolutions VALUES('https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9','d1','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','resolved','same-identity','all that tells it apart agrees',NULL);
CREATE TABLE candidates (
    source TEXT NOT NULL, cited TEXT NOT NULL, iri TEXT NOT NULL, score REAL NOT NULL, PRIMARY KEY (source, cited, iri)
) WITHOUT ROWID;
CREATE TABLE documents (
    iri TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT, number TEXT, date TEXT, issuer TEXT, title TEXT,
    name TEXT, held INTEGER NOT NULL, words TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO documents VALUES('https://w3id.org/legalkg/id/chi-thi_29-ct-tu_2023-10-17','chi-thi_29-ct-tu_2023-10-17','Chỉ thị','29-CT/TU','2023-10-17',NULL,NULL,NULL,0,'chi thi 29-ct/tu');
INSERT INTO documents VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','Công văn','782-CV/ĐU','2024-02-20','Đảng ủy Sở Giáo dục và Đào tạo',NULL,NULL,1,'cong van 782-cv/du dang uy so giao duc va dao tao');
INSERT INTO documents VALUES('https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','ket-luan_57-kl-tw_2023-06-15','Kết luận','57-KL/TW','2023-06-15','Bộ Chính trị','về tiếp tục nâng cao hiệu quả công tác thông tin đối ngoại','Kết luận về tiếp tục nâng cao chất lượng, hiệu quả công tác thông tin đối ngoại trong tình hình mới',1,'ket luan 57-kl/tw bo chinh tri ve tiep tuc nang cao hieu qua cong tac thong tin doi ngoai ket luan ve tiep tuc nang cao chat luong, hieu qua cong tac thong tin doi ngoai trong tinh hinh moi');
INSERT INTO documents VALUES('https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9','van-ban-cf81add1998d59b9',NULL,NULL,NULL,NULL,NULL,NULL,1,'');
CREATE TABLE keys (key TEXT NOT NULL, iri TEXT NOT NULL, PRIMARY KEY (key, iri)) WITHOUT ROWID;
INSERT INTO keys VALUES('so:29-CT-TU','https://w3id.org/legalkg/id/chi-thi_29-ct-tu_2023-10-17');
INSERT INTO keys VALUES('so:782-CV-DU','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh');
INSERT INTO keys VALUES('so:57-KL-TW','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15');
INSERT INTO keys VALUES('ten:kết luận về tiếp tục nâng cao chất lượng hiệu quả công tác thông tin đối ngoại trong tình hình mới','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15');
CREATE TABLE found_links (iri TEXT PRIMARY KEY, same TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE links (iri TEXT PRIMARY KEY, same TEXT NOT NULL) WITHOUT ROWID;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('corrections',3);
CREATE INDEX sources_sha256 ON sources(sha256);
CREATE INDEX extractions_iri ON extractions(iri);
CREATE INDEX past_extractions_until ON past_extractions(until);
CREATE INDEX extractions_run ON extractions(run);
CREATE INDEX facts_day ON facts(iri, length(day), day) WHERE NOT held;
CREATE INDEX held_keys_iri ON held_keys(iri);
CREATE INDEX questions_source ON questions(source);
CREATE INDEX documents_date ON documents(date);
CREATE INDEX keys_iri ON keys(iri);
CREATE INDEX found_links_same ON found_links(same);
CREATE INDEX links_same ON links(same);
PRAGMA writable_schema=OFF;
COMMIT;
PRAGMA user_version=3;
