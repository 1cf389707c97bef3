PRAGMA foreign_keys=OFF;
BEGIN TRANSACTION;
CREATE TABLE sources (
    id INTEGER PRIMARY KEY,
    path TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    media_type TEXT NOT NULL,
    text TEXT NOT NULL,
    pages TEXT NOT NULL
);
INSERT INTO sources VALUES(1,'/van-ban/57.txt','/van-ban/57.txt','d04efd3a841dc002226740d016ddf1929e0bd9f900aab75fc1b615c1d81c9426','text/plain',replace('BỘ CHÍNH TRỊ\n*\nSố 57-KL/TW\n\nHà Nội, ngày 15 tháng 6 năm 2023\n\nKẾT LUẬN\nvề tiếp tục nâng cao hiệu quả công tác thông tin đối ngoại\n\nCăn cứ Nghị quyết số 16-NQ/TW ngày 18 tháng 6 năm 2018 của Ban Chấp hành Trung ương, Bộ Chính trị kết luận như sau.\n','\n',char(10)),'[]');
INSERT INTO sources VALUES(2,'/van-ban/782.txt','/van-ban/782.txt','5fc2615746743a4113ec8758e57d793d0c06de1a19407333fac411cf9cc856bb','text/plain',replace('ĐẢNG ỦY SỞ GIÁO DỤC VÀ ĐÀO TẠO\n*\nSố 782-CV/ĐU\n\nThành phố Hồ Chí Minh, ngày 20 tháng 02 năm 2024\n\nKính gửi: Các chi bộ trực thuộc\n\nThực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị và Chỉ thị số 28-CT/TU ngày 16 tháng 10 năm 2023 của Ban Thường vụ Thành ủy, Đảng ủy đề nghị các chi bộ triển khai thực hiện.\n','\n',char(10)),'[]');
INSERT INTO sources VALUES(3,'/van-ban/ghi-chep.txt','/van-ban/ghi-chep.txt','cf81add1998d59b9abd42e2f16973f65962a7ebf232070b519b5bd721b198dc2','text/plain',replace('Ghi chép về việc thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị.\n','\n',char(10)),'[]');
CREATE TABLE extractions (
    source INTEGER PRIMARY KEY REFERENCES sources(id) ON DELETE CASCADE,
    extractor TEXT NOT NULL,
    iri TEXT NOT NULL,
    json TEXT NOT NULL
);
INSERT INTO extractions VALUES(1,'legalkg 0.1.0','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','{"id":"/van-ban/57.txt","extractor":"legalkg 0.1.0","header":{"type":"Kết luận","number":"57-KL/TW","date":"2023-06-15","place":"Hà Nội","issuer":"Bộ Chính trị","title":"về tiếp tục nâng cao hiệu quả công tác thông tin đối ngoại","spans":{"number":{"start":18,"end":26},"place":{"start":28,"end":34},"date":{"start":36,"end":60},"type":{"start":62,"end":70},"title":{"start":71,"end":129}},"signers":[]},"documents":[{"id":"d1","type":"Nghị quyết","number":"16-NQ/TW","date":"2018-06-18","issuer":"Ban Chấp hành Trung ương"}],"mentions":[{"start":15,"end":26,"text":"Số 57-KL/TW","document":"this","kind":"self","rule":"number_only","confidence":0.9,"parts":{"number":{"start":18,"end":26}},"zone":"letterhead"},{"start":138,"end":185,"text":"Nghị quyết số 16-NQ/TW ngày 18 tháng 6 năm 2018","document":"d1","rule":"type_and_number","confidence":0.97,"parts":{"number":{"start":152,"end":160},"type":{"start":138,"end":148},"date":{"start":161,"end":185},"issuer":{"start":190,"end":214}}}],"relations":[{"source":"this","relation":"based_on","target":"d1","rule":"opening","cue":"Căn cứ","confidence":0.97,"evidence":[{"start":131,"end":246,"text":"Căn cứ Nghị quyết số 16-NQ/TW ngày 18 tháng 6 năm 2018 của Ban Chấp hành Trung ương, Bộ Chính trị kết luận như sau."}]}],"zones":[{"kind":"letterhead","start":0,"end":129},{"kind":"body","start":129,"end":247}]}');
INSERT INTO extractions VALUES(2,'legalkg 0.1.0','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','{"id":"/van-ban/782.txt","extractor":"legalkg 0.1.0","header":{"type":"Công văn","number":"782-CV/ĐU","date":"2024-02-20","place":"Thành phố Hồ Chí Minh","issuer":"Đảng ủy Sở Giáo dục và Đào tạo","recipients":["Các chi bộ trực thuộc"],"spans":{"number":{"start":36,"end":45},"place":{"start":47,"end":68},"date":{"start":70,"end":95}},"signers":[]},"documents":[{"id":"d1","type":"Kết luận","number":"57-KL/TW","date":"2023-06-15","issuer":"Bộ Chính trị"},{"id":"d2","type":"Chỉ thị","number":"28-CT/TU","date":"2023-10-16","issuer":"Ban Thường vụ Thành ủy"}],"mentions":[{"start":33,"end":45,"text":"Số 782-CV/ĐU","document":"this","kind":"self","rule":"number_only","confidence":0.9,"parts":{"number":{"start":36,"end":45}},"zone":"letterhead"},{"start":140,"end":185,"text":"Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023","document":"d1","rule":"type_and_number","confidence":0.97,"parts":{"number":{"start":152,"end":160},"type":{"start":140,"end":148},"date":{"start":161,"end":185},"issuer":{"start":190,"end":202}}},{"start":206,"end":251,"text":"Chỉ thị số 28-CT/TU ngày 16 tháng 10 năm 2023","document":"d2","rule":"type_and_number","confidence":0.97,"parts":{"number":{"start":217,"end":225},"type":{"start":206,"end":213},"date":{"start":226,"end":251},"issuer":{"start":256,"end":278}}}],"relations":[{"source":"this","relation":"implements","target":"d1","rule":"opening","cue":"Thực hiện","confidence":0.88,"evidence":[{"start":130,"end":328,"text":"Thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị và Chỉ thị số 28-CT/TU ngày 16 tháng 10 năm 2023 của Ban Thường vụ Thành ủy, Đảng ủy đề nghị các chi bộ triển khai thực hiện."}]},{"source":"this","relation":"implements","target":"d2","rule":"coordination","cue":"Thực hiện","confidence":0.854,"evidence":[{"start":130,"end":328,"text":"Thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị và Chỉ thị số 28-CT/TU ngày 16 tháng 10 năm 2023 của Ban Thường vụ Thành ủy, Đảng ủy đề nghị các chi bộ triển khai thực hiện."}]}],"zones":[{"kind":"letterhead","start":0,"end":95},{"kind":"body","start":95,"end":329}]}');
INSERT INTO extractions VALUES(3,'legalkg 0.1.0','https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9','{"id":"/van-ban/ghi-chep.txt","extractor":"legalkg 0.1.0","documents":[{"id":"d1","type":"Kết luận","number":"57-KL/TW","date":"2023-06-15","issuer":"Bộ Chính trị"}],"mentions":[{"start":27,"end":72,"text":"Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023","document":"d1","rule":"type_and_number","confidence":0.97,"parts":{"number":{"start":39,"end":47},"type":{"start":27,"end":35},"date":{"start":48,"end":72},"issuer":{"start":77,"end":89}}}],"zones":[{"kind":"body","start":0,"end":91}]}');
CREATE TABLE failures (path TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE corrections (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    kind TEXT NOT NULL, document TEXT NOT NULL, sha256 TEXT, quote TEXT, start INTEGER, relation TEXT, target TEXT,
    facts TEXT, "by" TEXT NOT NULL, at TEXT NOT NULL, note TEXT NOT NULL DEFAULT '', undone_by TEXT, undone_at TEXT
);
INSERT INTO corrections VALUES(1,'relink','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','5fc2615746743a4113ec8758e57d793d0c06de1a19407333fac411cf9cc856bb','Chỉ thị số 28-CT/TU ngày 16 tháng 10 năm 2023',206,NULL,'https://w3id.org/legalkg/id/chi-thi_29-ct-tu_2023-10-17','{"type": "Chỉ thị", "number": "29-CT/TU", "date": "2023-10-17"}','Lan','2026-11-28T00:00:15Z','29 was meant',NULL,NULL);
INSERT INTO corrections VALUES(2,'reject','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','d04efd3a841dc002226740d016ddf1929e0bd9f900aab75fc1b615c1d81c9426','Nghị quyết số 16-NQ/TW ngày 18 tháng 6 năm 2018',138,NULL,NULL,NULL,'Lan','2026-11-28T00:00:15Z','',NULL,NULL);
INSERT INTO corrections VALUES(3,'accept','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','5fc2615746743a4113ec8758e57d793d0c06de1a19407333fac411cf9cc856bb','Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023',140,NULL,'https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15',NULL,'Minh','2026-11-28T00:00:15Z','',NULL,NULL);
CREATE TABLE dirty (iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE facts (
    source TEXT NOT NULL, iri TEXT NOT NULL, held INTEGER NOT NULL,
    type TEXT, number TEXT, date TEXT, issuer TEXT, name TEXT, title TEXT, place TEXT, effective TEXT,
    PRIMARY KEY (source, iri, held)
) WITHOUT ROWID;
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','https://w3id.org/legalkg/id/chi-thi_29-ct-tu_2023-10-17',0,'Chỉ thị','29-CT/TU','2023-10-17',NULL,NULL,NULL,NULL,NULL);
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh',1,'Công văn','782-CV/ĐU','2024-02-20','Đảng ủy Sở Giáo dục và Đào tạo',NULL,NULL,'Thành phố Hồ Chí Minh',NULL);
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15',0,'Kết luận','57-KL/TW','2023-06-15','Bộ Chính trị',NULL,NULL,NULL,NULL);
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15',1,'Kết luận','57-KL/TW','2023-06-15','Bộ Chính trị',NULL,'về tiếp tục nâng cao hiệu quả công tác thông tin đối ngoại','Hà Nội',NULL);
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15',0,'Kết luận','57-KL/TW','2023-06-15','Bộ Chính trị',NULL,NULL,NULL,NULL);
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9','https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
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
    row INTEGER PRIMARY KEY, iri TEXT NOT NULL UNIQUE, id TEXT NOT NULL UNIQUE, type TEXT, number TEXT, date TEXT,
    issuer TEXT, title TEXT, name TEXT, place TEXT, held INTEGER NOT NULL
);
INSERT INTO documents VALUES(6,'https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9','van-ban-cf81add1998d59b9',NULL,NULL,NULL,NULL,NULL,NULL,NULL,1);
INSERT INTO documents VALUES(10,'https://w3id.org/legalkg/id/chi-thi_29-ct-tu_2023-10-17','chi-thi_29-ct-tu_2023-10-17','Chỉ thị','29-CT/TU','2023-10-17',NULL,NULL,NULL,NULL,0);
INSERT INTO documents VALUES(11,'https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','Công văn','782-CV/ĐU','2024-02-20','Đảng ủy Sở Giáo dục và Đào tạo',NULL,NULL,'Thành phố Hồ Chí Minh',1);
INSERT INTO documents VALUES(12,'https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','ket-luan_57-kl-tw_2023-06-15','Kết luận','57-KL/TW','2023-06-15','Bộ Chính trị','về tiếp tục nâng cao hiệu quả công tác thông tin đối ngoại','Kết luận về tiếp tục nâng cao chất lượng, hiệu quả công tác thông tin đối ngoại trong tình hình mới','Hà Nội',1);
PRAGMA writable_schema=ON;
INSERT INTO sqlite_schema(type,name,tbl_name,rootpage,sql)VALUES('table','names','names',0,'CREATE VIRTUAL TABLE names USING fts5(
    type, number, issuer, title, name, place, content='''', tokenize=''unicode61 remove_diacritics 2''
)');
CREATE TABLE IF NOT EXISTS 'names_data'(id INTEGER PRIMARY KEY, block BLOB);
INSERT INTO names_data VALUES(1,X'0406090b0d1507');
INSERT INTO names_data VALUES(10,X'00000000020a19000a1101010101010201010301010401010501010601010701010801010901010000');
INSERT INTO names_data VALUES(137438953473,X'0000004d033031360401010362616e04010104636861700401010468616e68040101046e6768690401020171040101057175796574040101057472756e67040102017704010104756f6e67040104060708080805090905');
INSERT INTO names_data VALUES(274877906945,X'000000220330323907010103636869070102017407010103746869070102017507010406070507');
INSERT INTO names_data VALUES(412316860417,X'0000002d033032390a0601010201036368690a02020201740a0601010301037468690a02030201750a060101040409080808');
INSERT INTO names_data VALUES(549755813889,X'00000078043037383208010103636869080102036f6e6708010201760801010464616e67080103016f08010201750801030163080101046769616f08010102686f080101046d696e680801010370686f08010102736f0801010374616f0801020468616e68080101027579080101027661080103016e0801040707070508050505080608070607080606');
INSERT INTO names_data VALUES(687194767361,X'000000aa04303738320b0601010201036368690b0601050502036f6e670b02020201760b06010103010464616e670b0601020203016f0b060102080201750b060101040301630b0601020601046769616f0b060102050102686f0b0601050401046d696e680b06010506010370686f0b060105030102736f0b06010204010374616f0b06010209020468616e680b06010502010275790b06010203010276610b0601020703016e0b0203040a0a08080b0808080b090b0a090a0b0909');
INSERT INTO names_data VALUES(824633720833,X'000000c30330353709010102626f0901010363616f0901020368617409010303696e68090102036f6e6709010103646f6909010102686109010203696575090103026e68090101036b6574090102016c090101046c75616e090103036f6e67090101036d6f69090101046e616e6709010204676f6169090102026f69090101037175610901010374616309010204686f6e6709010203696570090103016e0901040168090102027269090103036f6e67090102027563090102017709010102766509010406060707070707060706070508070708080607070807050506070605');
INSERT INTO names_data VALUES(962072674305,X'00000143033035370c060101020102626f0c06010202010363616f0c0c01030601040802036861740c060104090303696e680c0601020302036f6e670c0c01030901040d0103646f690c0c01030d010411010268610c0601050202036965750c0c01030701040b03026e680c0601041501036b65740c080201040202016c0c0601010301046c75616e0c080301040303036f6e670c0601040a01036d6f690c0601041601046e616e670c0c0103050104070204676f61690c0c01030e01041202026f690c0601050301037175610c0c01030801040c01037461630c0c01030a01040e0204686f6e670c0c01030b01040f02036965700c0c01030301040503016e0c0c01030c0104100401680c06010414020272690c0601020403036f6e670c06010413020275630c0c0103040104060201770c06010104010276650c0c0103020104040409090d0a0a0d0d090d090b080c0a0a0e0e090d0d0e0d0b08090a0c08');
INSERT INTO names_data VALUES(1099511627777,X'000000c3033035370c010102626f0c01010363616f0c0102036861740c010303696e680c0102036f6e670c010103646f690c01010268610c0102036965750c0103026e680c0101036b65740c0102016c0c0101046c75616e0c0103036f6e670c0101036d6f690c0101046e616e670c010204676f61690c0102026f690c0101037175610c0101037461630c010204686f6e670c0102036965700c0103016e0c010401680c01020272690c0103036f6e670c01020275630c010201770c01010276650c010406060707070707060706070508070708080607070807050506070605');
INSERT INTO names_data VALUES(1236950581249,X'00000143033035370c060101020102626f0c06010202010363616f0c0c01030601040802036861740c060104090303696e680c0601020302036f6e670c0c01030901040d0103646f690c0c01030d010411010268610c0601050202036965750c0c01030701040b03026e680c0601041501036b65740c080201040202016c0c0601010301046c75616e0c080301040303036f6e670c0601040a01036d6f690c0601041601046e616e670c0c0103050104070204676f61690c0c01030e01041202026f690c0601050301037175610c0c01030801040c01037461630c0c01030a01040e0204686f6e670c0c01030b01040f02036965700c0c01030301040503016e0c0c01030c0104100401680c06010414020272690c0601020403036f6e670c06010413020275630c0c0103040104060201770c06010104010276650c0c0103020104040409090d0a0a0d0d090d090b080c0a0a0e0e090d0d0e0d0b08090a0c08');
INSERT INTO names_data VALUES(2336462209025,X'0000024e03303136040601010201023239070601010201023537090601010201033738320806010102010362616e040601020202016f0906010202010363616f090c010306010408020368617004060102030401740906010409030169070202010601050504026e68090601020302036f6e67080202010c01030901040d02017407060101030201760806010103010464616e67080601020203016f080601020802026f69090c01030d0104110201750806010104030163080601020601046769616f080601020501026861090601050203026e6804060102040203696575090c01030701040b03026e68090601041502016f080601050401036b657409080201040202016c090601010301046c75616e09080301040303036f6e67090601040a01046d696e68080601050602026f69090601041601046e616e67090c010305010407020367686904020203036f6169090c01030e01041202026f6909060105030201710406010103010370686f08060105030103717561090c01030801040c03037965740402030102736f08060102040103746163090c01030a01040e03016f0806010209020468616e68080601050203016907020303036f6e67090c01030b01040f0203696570090c01030301040503016e090c01030c010410040168090601041402027269090601020403036f6e6709060104130303756e6704060102050201750706010104030163090c010304010406020177040601010405060101040104756f6e670406010206020179080601020301027661080601020703016e080203020165090c010302010404040909090a0a080d0a080b091008080b080c08080b09090d09080b080c0a0b090e080d09080a0d08090d080b060d0d0b08090a0a080b0d0b080906');
CREATE TABLE IF NOT EXISTS 'names_idx'(segid, term, pgno, PRIMARY KEY(segid, term)) WITHOUT ROWID;
INSERT INTO names_idx VALUES(1,X'',2);
INSERT INTO names_idx VALUES(2,X'',2);
INSERT INTO names_idx VALUES(3,X'',2);
INSERT INTO names_idx VALUES(4,X'',2);
INSERT INTO names_idx VALUES(5,X'',2);
INSERT INTO names_idx VALUES(6,X'',2);
INSERT INTO names_idx VALUES(7,X'',2);
INSERT INTO names_idx VALUES(8,X'',2);
INSERT INTO names_idx VALUES(9,X'',2);
INSERT INTO names_idx VALUES(17,X'',2);
CREATE TABLE IF NOT EXISTS 'names_docsize'(id INTEGER PRIMARY KEY, sz BLOB);
INSERT INTO names_docsize VALUES(6,X'000000000000');
INSERT INTO names_docsize VALUES(10,X'020300000000');
INSERT INTO names_docsize VALUES(11,X'020308000005');
INSERT INTO names_docsize VALUES(12,X'0203030d1502');
CREATE TABLE IF NOT EXISTS 'names_config'(k PRIMARY KEY, v) WITHOUT ROWID;
INSERT INTO names_config VALUES('version',4);
CREATE TABLE unindexed (iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE indexed (archive TEXT NOT NULL, step INTEGER NOT NULL);
INSERT INTO "indexed" VALUES('7bf113aa5a8d4a1c8153a951f320b087',1);
CREATE TABLE keys (key TEXT NOT NULL, iri TEXT NOT NULL, PRIMARY KEY (key, iri)) WITHOUT ROWID;
INSERT INTO keys VALUES('so:29-CT-TU','https://w3id.org/legalkg/id/chi-thi_29-ct-tu_2023-10-17');
INSERT INTO keys VALUES('so:782-CV-DU','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh');
INSERT INTO keys VALUES('so:57-KL-TW','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15');
INSERT INTO keys VALUES('ten:kết luận về tiếp tục nâng cao chất lượng hiệu quả công tác thông tin đối ngoại trong tình hình mới','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15');
CREATE TABLE found_links (iri TEXT PRIMARY KEY, same TEXT NOT NULL) WITHOUT ROWID;
CREATE TABLE links (iri TEXT PRIMARY KEY, same TEXT NOT NULL) WITHOUT ROWID;
DELETE FROM sqlite_sequence;
INSERT INTO sqlite_sequence VALUES('corrections',3);
CREATE INDEX extractions_iri ON extractions(iri);
CREATE INDEX facts_iri ON facts(iri);
CREATE INDEX held_keys_iri ON held_keys(iri);
CREATE INDEX questions_source ON questions(source);
CREATE INDEX documents_date ON documents(date DESC, id);
CREATE INDEX documents_type ON documents(type, date DESC, id);
CREATE INDEX documents_held ON documents(held, date DESC, id);
CREATE INDEX keys_iri ON keys(iri);
CREATE INDEX links_same ON links(same);
CREATE TRIGGER names_new AFTER INSERT ON documents BEGIN
            INSERT INTO names (rowid, type, number, issuer, title, name, place) VALUES (new.row, replace(replace(replace(replace(new.type, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(new.number, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(new.issuer, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(new.title, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(new.name, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(new.place, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'));
        END;
CREATE TRIGGER names_gone AFTER DELETE ON documents BEGIN
            INSERT INTO names (names, rowid, type, number, issuer, title, name, place) VALUES ('delete', old.row, replace(replace(replace(replace(old.type, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(old.number, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(old.issuer, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(old.title, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(old.name, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'), replace(replace(replace(replace(old.place, 'đ', 'd'), 'Đ', 'D'), 'ð', 'd'), 'Ð', 'D'));
        END;
PRAGMA writable_schema=OFF;
COMMIT;
PRAGMA user_version=3;
