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
INSERT INTO extractions VALUES(1,'legalkg 0.1.0','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','{"id":"/van-ban/57.txt","extractor":"legalkg 0.1.0","header":{"type":"Kết luận","number":"57-KL/TW","date":"2023-06-15","place":"Hà Nội","issuer":"Bộ Chính trị","title":"về tiếp tục nâng cao hiệu quả công tác thông tin đối ngoại","spans":{"number":{"start":18,"end":26},"place":{"start":28,"end":34},"date":{"start":36,"end":60},"type":{"start":62,"end":70},"title":{"start":71,"end":129}},"signers":[]},"documents":[{"id":"d1","type":"Nghị quyết","number":"16-NQ/TW","date":"2018-06-18","issuer":"Ban Chấp hành Trung ương"}],"mentions":[{"start":15,"end":26,"text":"Số 57-KL/TW","document":"this","kind":"self","rule":"number_only","confidence":0.9,"parts":{"number":{"start":18,"end":26}},"zone":"letterhead"},{"start":138,"end":185,"text":"Nghị quyết số 16-NQ/TW ngày 18 tháng 6 năm 2018","document":"d1","rule":"type_and_number","confidence":0.97,"parts":{"number":{"start":152,"end":160},"type":{"start":138,"end":148},"date":{"start":161,"end":185},"issuer":{"start":190,"end":214}}}],"zones":[{"kind":"letterhead","start":0,"end":129},{"kind":"body","start":129,"end":247}]}');
INSERT INTO extractions VALUES(2,'legalkg 0.1.0','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','{"id":"/van-ban/782.txt","extractor":"legalkg 0.1.0","header":{"type":"Công văn","number":"782-CV/ĐU","date":"2024-02-20","place":"Thành phố Hồ Chí Minh","issuer":"Đảng ủy Sở Giáo dục và đào tạo","recipients":["Các chi bộ trực thuộc"],"spans":{"number":{"start":36,"end":45},"place":{"start":47,"end":68},"date":{"start":70,"end":95}},"signers":[]},"documents":[{"id":"d1","type":"Kết luận","number":"57-KL/TW","date":"2023-06-15","issuer":"Bộ Chính trị"},{"id":"d2","type":"Chỉ thị","number":"28-CT/TU","date":"2023-10-16","issuer":"Ban Thường vụ Thành ủy"}],"mentions":[{"start":33,"end":45,"text":"Số 782-CV/ĐU","document":"this","kind":"self","rule":"number_only","confidence":0.9,"parts":{"number":{"start":36,"end":45}},"zone":"letterhead"},{"start":140,"end":185,"text":"Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023","document":"d1","rule":"type_and_number","confidence":0.97,"parts":{"number":{"start":152,"end":160},"type":{"start":140,"end":148},"date":{"start":161,"end":185},"issuer":{"start":190,"end":202}}},{"start":206,"end":251,"text":"Chỉ thị số 28-CT/TU ngày 16 tháng 10 năm 2023","document":"d2","rule":"type_and_number","confidence":0.97,"parts":{"number":{"start":217,"end":225},"type":{"start":206,"end":213},"date":{"start":226,"end":251},"issuer":{"start":256,"end":278}}}],"relations":[{"source":"this","relation":"directs","target":"d1","rule":"order","cue":"Thực hiện","confidence":0.88,"evidence":[{"start":130,"end":328,"text":"Thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị và Chỉ thị số 28-CT/TU ngày 16 tháng 10 năm 2023 của Ban Thường vụ Thành ủy, Đảng ủy đề nghị các chi bộ triển khai thực hiện."}]},{"source":"this","relation":"directs","target":"d2","rule":"coordination","cue":"Thực hiện","confidence":0.854,"evidence":[{"start":130,"end":328,"text":"Thực hiện Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023 của Bộ Chính trị và Chỉ thị số 28-CT/TU ngày 16 tháng 10 năm 2023 của Ban Thường vụ Thành ủy, Đảng ủy đề nghị các chi bộ triển khai thực hiện."}]}],"zones":[{"kind":"letterhead","start":0,"end":95},{"kind":"body","start":95,"end":329}]}');
INSERT INTO extractions VALUES(3,'legalkg 0.1.0','https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9','{"id":"/van-ban/ghi-chep.txt","extractor":"legalkg 0.1.0","documents":[{"id":"d1","type":"Kết luận","number":"57-KL/TW","date":"2023-06-15","issuer":"Bộ Chính trị"}],"mentions":[{"start":27,"end":72,"text":"Kết luận số 57-KL/TW ngày 15 tháng 6 năm 2023","document":"d1","rule":"type_and_number","confidence":0.97,"parts":{"number":{"start":39,"end":47},"type":{"start":27,"end":35},"date":{"start":48,"end":72},"issuer":{"start":77,"end":89}}}],"zones":[{"kind":"body","start":0,"end":91}]}');
CREATE TABLE failures (path TEXT PRIMARY KEY, reason TEXT NOT NULL) WITHOUT ROWID;
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
CREATE TABLE dirty (iri TEXT PRIMARY KEY) WITHOUT ROWID;
CREATE TABLE facts (
    source TEXT NOT NULL, iri TEXT NOT NULL, held INTEGER NOT NULL,
    type TEXT, number TEXT, date TEXT, issuer TEXT, name TEXT, title TEXT, place TEXT, effective TEXT,
    PRIMARY KEY (source, iri, held)
) WITHOUT ROWID;
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','https://w3id.org/legalkg/id/chi-thi_28-ct-tu_2023-10-16_ho-chi-minh',0,'Chỉ thị','28-CT/TU','2023-10-16','Ban Thường vụ Thành ủy',NULL,NULL,'hồ chí minh',NULL);
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh',1,'Công văn','782-CV/ĐU','2024-02-20','Đảng ủy Sở Giáo dục và đào tạo',NULL,NULL,'Thành phố Hồ Chí Minh',NULL);
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15',0,'Kết luận','57-KL/TW','2023-06-15','Bộ Chính trị',NULL,NULL,NULL,NULL);
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15',1,'Kết luận','57-KL/TW','2023-06-15','Bộ Chính trị',NULL,'về tiếp tục nâng cao hiệu quả công tác thông tin đối ngoại','Hà Nội',NULL);
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','https://w3id.org/legalkg/id/nghi-quyet_16-nq-tw_2018-06-18',0,'Nghị quyết','16-NQ/TW','2018-06-18','Ban Chấp hành Trung ương',NULL,NULL,NULL,NULL);
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15',0,'Kết luận','57-KL/TW','2023-06-15','Bộ Chính trị',NULL,NULL,NULL,NULL);
INSERT INTO facts VALUES('https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9','https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9',1,NULL,NULL,NULL,NULL,NULL,NULL,NULL,NULL);
CREATE TABLE held_keys (key TEXT NOT NULL, iri TEXT NOT NULL, PRIMARY KEY (key, iri)) WITHOUT ROWID;
INSERT INTO held_keys VALUES('so:782-CV-DU','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh');
INSERT INTO held_keys VALUES('so:57-KL-TW','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15');
CREATE TABLE questions (key TEXT NOT NULL, source TEXT NOT NULL, PRIMARY KEY (key, source)) WITHOUT ROWID;
INSERT INTO questions VALUES('so:28-CT-TU','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh');
INSERT INTO questions VALUES('so:57-KL-TW','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh');
INSERT INTO questions VALUES('so:16-NQ-TW','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15');
INSERT INTO questions VALUES('so:57-KL-TW','https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9');
CREATE TABLE resolutions (
    source TEXT NOT NULL, cited TEXT NOT NULL, target TEXT, outcome TEXT NOT NULL, rule TEXT NOT NULL,
    reason TEXT NOT NULL, PRIMARY KEY (source, cited)
) WITHOUT ROWID;
INSERT INTO resolutions VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','d1','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','resolved','same-identity','all that tells it apart agrees');
INSERT INTO resolutions VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','d2','https://w3id.org/legalkg/id/chi-thi_28-ct-tu_2023-10-16_ho-chi-minh','created','no-candidate','none held or in the register bears this number or name');
INSERT INTO resolutions VALUES('https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','d1','https://w3id.org/legalkg/id/nghi-quyet_16-nq-tw_2018-06-18','created','no-candidate','none held or in the register bears this number or name');
INSERT INTO resolutions VALUES('https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9','d1','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','resolved','same-identity','all that tells it apart agrees');
CREATE TABLE documents (
    iri TEXT PRIMARY KEY, id TEXT NOT NULL UNIQUE, type TEXT, number TEXT, date TEXT, issuer TEXT, title TEXT,
    name TEXT, held INTEGER NOT NULL, words TEXT NOT NULL
) WITHOUT ROWID;
INSERT INTO documents VALUES('https://w3id.org/legalkg/id/chi-thi_28-ct-tu_2023-10-16_ho-chi-minh','chi-thi_28-ct-tu_2023-10-16_ho-chi-minh','Chỉ thị','28-CT/TU','2023-10-16','Ban Thường vụ Thành ủy',NULL,NULL,0,'chi thi 28-ct/tu ban thuong vu thanh uy');
INSERT INTO documents VALUES('https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh','Công văn','782-CV/ĐU','2024-02-20','Đảng ủy Sở Giáo dục và đào tạo',NULL,NULL,1,'cong van 782-cv/du dang uy so giao duc va dao tao');
INSERT INTO documents VALUES('https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15','ket-luan_57-kl-tw_2023-06-15','Kết luận','57-KL/TW','2023-06-15','Bộ Chính trị','về tiếp tục nâng cao hiệu quả công tác thông tin đối ngoại','Kết luận về tiếp tục nâng cao chất lượng, hiệu quả công tác thông tin đối ngoại trong tình hình mới',1,'ket luan 57-kl/tw bo chinh tri ve tiep tuc nang cao hieu qua cong tac thong tin doi ngoai ket luan ve tiep tuc nang cao chat luong, hieu qua cong tac thong tin doi ngoai trong tinh hinh moi');
INSERT INTO documents VALUES('https://w3id.org/legalkg/id/nghi-quyet_16-nq-tw_2018-06-18','nghi-quyet_16-nq-tw_2018-06-18','Nghị quyết','16-NQ/TW','2018-06-18','Ban Chấp hành Trung ương',NULL,NULL,0,'nghi quyet 16-nq/tw ban chap hanh trung uong');
INSERT INTO documents VALUES('https://w3id.org/legalkg/id/van-ban-cf81add1998d59b9','van-ban-cf81add1998d59b9',NULL,NULL,NULL,NULL,NULL,NULL,1,'');
CREATE TABLE keys (key TEXT NOT NULL, iri TEXT NOT NULL, PRIMARY KEY (key, iri)) WITHOUT ROWID;
INSERT INTO keys VALUES('so:28-CT-TU','https://w3id.org/legalkg/id/chi-thi_28-ct-tu_2023-10-16_ho-chi-minh');
INSERT INTO keys VALUES('so:782-CV-DU','https://w3id.org/legalkg/id/cong-van_782-cv-du_2024-02-20_so-giao-duc-va-dao-tao-ho-chi-minh');
INSERT INTO keys VALUES('so:57-KL-TW','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15');
INSERT INTO keys VALUES('ten:kết luận về tiếp tục nâng cao chất lượng hiệu quả công tác thông tin đối ngoại trong tình hình mới','https://w3id.org/legalkg/id/ket-luan_57-kl-tw_2023-06-15');
INSERT INTO keys VALUES('so:16-NQ-TW','https://w3id.org/legalkg/id/nghi-quyet_16-nq-tw_2018-06-18');
CREATE TABLE links (iri TEXT PRIMARY KEY, same TEXT NOT NULL) WITHOUT ROWID;
CREATE INDEX extractions_iri ON extractions(iri);
CREATE INDEX facts_iri ON facts(iri);
CREATE INDEX held_keys_iri ON held_keys(iri);
CREATE INDEX questions_source ON questions(source);
CREATE INDEX documents_date ON documents(date);
CREATE INDEX keys_iri ON keys(iri);
CREATE INDEX links_same ON links(same);
PRAGMA writable_schema=OFF;
COMMIT;
PRAGMA user_version=1;
