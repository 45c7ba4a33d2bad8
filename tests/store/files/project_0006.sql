PRAGMA application_id = 1178685006;
PRAGMA user_version = 6;
BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0006');
CREATE TABLE alias (
      uuid BLOB NOT NULL,
      kind TEXT NOT NULL,
      of_uuid BLOB NOT NULL,
      PRIMARY KEY (uuid)
    ) WITHOUT ROWID, STRICT
    ;
INSERT INTO "alias" VALUES(X'01A2066C5C9377D3AB08B2F1408B9160','article',X'01A2066C5CF4702BBDCB94BB305FAA27');
CREATE TABLE article (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      title TEXT NOT NULL,
      revision_key INTEGER NOT NULL REFERENCES revision ("key"),
      created TEXT NOT NULL,
      publisher TEXT NOT NULL,
      authors TEXT NOT NULL,
      url TEXT NOT NULL,
      published TEXT NOT NULL,
      language TEXT NOT NULL,
      direction TEXT NOT NULL,
      removed INTEGER NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    , finished TEXT NOT NULL DEFAULT '', finisher_key INTEGER REFERENCES reviewer ("key"), shared TEXT NOT NULL DEFAULT '{}') STRICT
    ;
INSERT INTO "article" VALUES(1,X'01A2066C5CF4702BBDCB94BB305FAA27','A dam',1,'2026-11-23T03:21:34.611Z','','[]','','','en','ltr',0,'{"1":1,"2":1}',X'E4F7CF01260174B4CD5C9BA70D611959355A4FD9302FB99A7FA289DC45D8E8DB','',NULL,'{"aliases":["01a2066c-5c93-77d3-ab08-b2f1408b9160"],"dots":{"":{"2":1},"direction":{"1":1},"language":{"1":1}},"rivals":{"authors":[[{"1":1},[]]],"created":[[{"1":1},"2026-11-23T03:21:34.708Z"]],"direction":[[{"2":1},"ltr"]],"language":[[{"2":1},"en"]],"published":[[{"1":1},""]],"publisher":[[{"1":1},""]],"text":[[{"1":1},{"cut":"1c1f0b4640dc737a3b597c3dd3df11fe10347cd00c58eda8f6430bdd6d873d18","sha256":"bb76c7f72d663363818b8cac3558bcf4d9a5eb0aa7441560e461cd589b6505f7"}]],"title":[[{"1":1},"A dam"]],"url":[[{"1":1},""]]}}');
CREATE TABLE change (
      sequence INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      replica_key INTEGER NOT NULL REFERENCES replica ("key"),
      counter INTEGER NOT NULL,
      reviewer_key INTEGER NOT NULL REFERENCES reviewer ("key"),
      at TEXT NOT NULL,
      origin TEXT NOT NULL,
      title TEXT NOT NULL,
      compensates INTEGER REFERENCES change (sequence),
      undo_head INTEGER REFERENCES change (sequence),
      undo_parent INTEGER REFERENCES change (sequence),
      redo_head INTEGER REFERENCES change (sequence),
      redo_parent INTEGER REFERENCES change (sequence),
      hash BLOB NOT NULL, goes_to INTEGER,
      UNIQUE (replica_key, counter)
    ) STRICT
    ;
INSERT INTO "change" VALUES(1,1,1,1,'2026-11-23T03:21:34.709Z','do','Add “A dam”',NULL,1,NULL,NULL,NULL,X'AF2A081AB04DB1BBD50C1EDBE4F1CB8368FF34457450AEBE864745D4C226B784',NULL);
INSERT INTO "change" VALUES(2,1,2,1,'2026-11-23T03:21:34.761Z','do','Tag as Official claim',NULL,2,1,NULL,NULL,X'C48C08B99648101AEAB7B5FB53F69217974076CBD62D14179EB327096A470BB9',NULL);
INSERT INTO "change" VALUES(3,1,3,1,'2026-11-23T03:21:34.769Z','do','Mark as reviewed',NULL,3,2,NULL,NULL,X'8E222F2F381CF4DBA89842E12E16B09327E231211EF98AD241A47D2639423EF9',NULL);
INSERT INTO "change" VALUES(4,1,4,1,'2026-11-23T03:21:34.822Z','do','Change the label “Official claim”',NULL,4,3,NULL,NULL,X'D2A40BD0867012AA932D23CF44F7E6F6C018E0F765EFC156A845830366FEDE27',NULL);
INSERT INTO "change" VALUES(5,1,5,1,'2026-11-23T03:21:35.111Z','do','Merge what Ada sent',NULL,5,4,NULL,NULL,X'58F7B2913DE46C53DEEA68AFC808DE3D04881A46F9CA2B84B8DC5FD910798BB1',NULL);
INSERT INTO "change" VALUES(6,1,6,1,'2026-11-23T03:21:35.149Z','do','Remove highlight',NULL,6,5,NULL,NULL,X'E5A6E656B7FD74DB4115B2AB3371CCAF9E751255C0D5D7DEDD78A272138A4E92',NULL);
CREATE TABLE change_item (
      sequence INTEGER NOT NULL REFERENCES change (sequence),
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL,
      uuid BLOB NOT NULL,
      "before" TEXT,
      "after" TEXT, versions TEXT,
      PRIMARY KEY (sequence, ordinal)
    ) WITHOUT ROWID, STRICT
    ;
INSERT INTO "change_item" VALUES(1,0,'article',X'01A2066C5CF4702BBDCB94BB305FAA27',NULL,'{"authors":[],"created":"2026-11-23T03:21:34.708Z","direction":"ltr","key":1,"language":"en","published":"","publisher":"","removed":0,"revision_key":1,"title":"A dam","url":""}',NULL);
INSERT INTO "change_item" VALUES(1,1,'revision',X'01A2066C5CF4702BBDCB94BB305FAA28',NULL,'{"article_key":1,"chars":167,"created":"2026-11-23T03:21:34.708Z","key":1,"number":1,"segmenter":"sentencex 1.0.32; quotes=1; rules=1","source_encoding":"UTF-8","source_name":"dam.txt","source_normalized":[],"source_reader":"test","source_sha256":"","source_size":167,"text_sha256":"bb76c7f72d663363818b8cac3558bcf4d9a5eb0aa7441560e461cd589b6505f7"}',NULL);
INSERT INTO "change_item" VALUES(2,0,'highlight',X'01A2066C5D2776BDA89ECF173204EFB4',NULL,'{"article_key":1,"claim_key":null,"codebook_revision":1,"created":"2026-11-23T03:21:34.759Z","key":1,"label_key":1,"modified":"2026-11-23T03:21:34.759Z","parts":[[1,38,14,0]],"quote":"Engineers left","reviewer_key":1,"revision_key":1}',NULL);
INSERT INTO "change_item" VALUES(3,0,'mark',X'01A2066C5D3172F2B26E4B22A2A328E5',NULL,'{"article_key":1,"created":"2026-11-23T03:21:34.769Z","key":1,"parts":[[4,27,15,0]],"reviewer_key":1,"revision_key":1}',NULL);
INSERT INTO "change_item" VALUES(4,0,'label',X'01936F2C5B007A419C1E6F0A7D3E8B01','{"archived":0,"color_dark":"#56B4E9","color_light":"#0072B2","definition":"Content attributed to, or published by, a body or person acting for a state, a party to a conflict, a court, the military, the police or an intergovernmental organization. Denials, decrees and figures count. An unnamed \"source close to\" such a body does not, unless the article names the body.","edge_cases":["A denial is a claim: \"no repair is planned\" can be checked as well as \"a repair is planned\".","A decree or a ruling counts even when nobody is quoted: its text is the claim.","What an official did, told by the reporter without anybody''s words, is no claim.","An intergovernmental organization counts as official; an aid group does not.","When an agency quotes a ministry, the ministry is the speaker, and the agency goes into \"via\"."],"examples":["The water ministry said on Thursday that the dam’s gates had been tested twice. — A ministry is named and answers for the statement.","A decree published on Wednesday night names 14 settlements. — The decree is an act of the state, and its content can be looked up.","Not: A source close to the talks said the offer was final. — No body is named that could be held to it."],"key":1,"letter":"O","line_style":"solid","name":"Official claim","parent_key":null,"position":0,"shortcut":"1","slug":"official_claim","tests":["Could you ask a press office to confirm it was said? Then it is an official claim.","Does the speaker answer for the body, or only work there? An employee who speaks for herself is no official."]}','{"archived":0,"color_dark":"#56B4E9","color_light":"#0072B2","definition":"Content attributed to, or published by, a body or person acting for a state, a party to a conflict, a court, the military, the police or an intergovernmental organization. Denials, decrees and figures count. An unnamed \"source close to\" such a body does not, unless the article names the body.","edge_cases":["A denial is a claim: \"no repair is planned\" can be checked as well as \"a repair is planned\".","A decree or a ruling counts even when nobody is quoted: its text is the claim.","What an official did, told by the reporter without anybody''s words, is no claim.","An intergovernmental organization counts as official; an aid group does not.","When an agency quotes a ministry, the ministry is the speaker, and the agency goes into \"via\"."],"examples":["The water ministry said on Thursday that the dam’s gates had been tested twice. — A ministry is named and answers for the statement.","A decree published on Wednesday night names 14 settlements. — The decree is an act of the state, and its content can be looked up.","Not: A source close to the talks said the offer was final. — No body is named that could be held to it."],"key":1,"letter":"O","line_style":"solid","name":"Name dam","parent_key":null,"position":0,"shared":{"dots":{"":{},"name":{"1":4}}},"shortcut":"1","slug":"official_claim","tests":["Could you ask a press office to confirm it was said? Then it is an official claim.","Does the speaker answer for the body, or only work there? An employee who speaks for herself is no official."]}',NULL);
INSERT INTO "change_item" VALUES(5,0,'label',X'01936F2C5B007A419C1E6F0A7D3E8B01','{"archived":0,"color_dark":"#56B4E9","color_light":"#0072B2","definition":"Content attributed to, or published by, a body or person acting for a state, a party to a conflict, a court, the military, the police or an intergovernmental organization. Denials, decrees and figures count. An unnamed \"source close to\" such a body does not, unless the article names the body.","edge_cases":["A denial is a claim: \"no repair is planned\" can be checked as well as \"a repair is planned\".","A decree or a ruling counts even when nobody is quoted: its text is the claim.","What an official did, told by the reporter without anybody''s words, is no claim.","An intergovernmental organization counts as official; an aid group does not.","When an agency quotes a ministry, the ministry is the speaker, and the agency goes into \"via\"."],"examples":["The water ministry said on Thursday that the dam’s gates had been tested twice. — A ministry is named and answers for the statement.","A decree published on Wednesday night names 14 settlements. — The decree is an act of the state, and its content can be looked up.","Not: A source close to the talks said the offer was final. — No body is named that could be held to it."],"key":1,"letter":"O","line_style":"solid","name":"Name dam","parent_key":null,"position":0,"shared":{"dots":{"":{},"name":{"1":4}}},"shortcut":"1","slug":"official_claim","tests":["Could you ask a press office to confirm it was said? Then it is an official claim.","Does the speaker answer for the body, or only work there? An employee who speaks for herself is no official."]}','{"archived":0,"color_dark":"#56B4E9","color_light":"#0072B2","definition":"Content attributed to, or published by, a body or person acting for a state, a party to a conflict, a court, the military, the police or an intergovernmental organization. Denials, decrees and figures count. An unnamed \"source close to\" such a body does not, unless the article names the body.","edge_cases":["A denial is a claim: \"no repair is planned\" can be checked as well as \"a repair is planned\".","A decree or a ruling counts even when nobody is quoted: its text is the claim.","What an official did, told by the reporter without anybody''s words, is no claim.","An intergovernmental organization counts as official; an aid group does not.","When an agency quotes a ministry, the ministry is the speaker, and the agency goes into \"via\"."],"examples":["The water ministry said on Thursday that the dam’s gates had been tested twice. — A ministry is named and answers for the statement.","A decree published on Wednesday night names 14 settlements. — The decree is an act of the state, and its content can be looked up.","Not: A source close to the talks said the offer was final. — No body is named that could be held to it."],"key":1,"letter":"O","line_style":"solid","name":"Name dam","parent_key":null,"position":0,"shared":{"dots":{"":{},"name":{"1":4}},"open":["name"],"rivals":{"name":[[{"2":4},"Name ada"]]}},"shortcut":"1","slug":"official_claim","tests":["Could you ask a press office to confirm it was said? Then it is an official claim.","Does the speaker answer for the body, or only work there? An employee who speaks for herself is no official."]}','[{"1":4},{"1":4,"2":4}]');
INSERT INTO "change_item" VALUES(5,1,'article',X'01A2066C5CF4702BBDCB94BB305FAA27','{"authors":[],"created":"2026-11-23T03:21:34.708Z","direction":"ltr","key":1,"language":"en","published":"","publisher":"","removed":0,"revision_key":1,"title":"A dam","url":""}','{"authors":[],"created":"2026-11-23T03:21:34.611Z","direction":"ltr","key":1,"language":"en","published":"","publisher":"","removed":0,"revision_key":1,"shared":{"aliases":["01a2066c-5c93-77d3-ab08-b2f1408b9160"],"dots":{"":{"2":1},"direction":{"1":1},"language":{"1":1}},"rivals":{"authors":[[{"1":1},[]]],"created":[[{"1":1},"2026-11-23T03:21:34.708Z"]],"direction":[[{"2":1},"ltr"]],"language":[[{"2":1},"en"]],"published":[[{"1":1},""]],"publisher":[[{"1":1},""]],"text":[[{"1":1},{"cut":"1c1f0b4640dc737a3b597c3dd3df11fe10347cd00c58eda8f6430bdd6d873d18","sha256":"bb76c7f72d663363818b8cac3558bcf4d9a5eb0aa7441560e461cd589b6505f7"}]],"title":[[{"1":1},"A dam"]],"url":[[{"1":1},""]]}},"title":"A dam","url":""}','[{"1":1},{"1":1,"2":1}]');
INSERT INTO "change_item" VALUES(5,2,'claim',X'01A2066C5D8E77CD965647456B3861AE',NULL,'{"affiliation":"","check_worthiness":"","claim_date":"","claim_kind":"","claim_place":"","confidence":"","created":"2026-11-23T03:21:34.862Z","cue":"","evidence":[],"form":"","justification":"","key":1,"modified":"2026-11-23T03:21:34.862Z","note":"","restated":"","speaker":"Voss","speaker_role":"","status":"","verdict":"","via":""}','[{},{"2":5}]');
INSERT INTO "change_item" VALUES(5,3,'highlight',X'01A2066C5CB7775A94B1BC0669F2E7A1',NULL,'{"article_key":1,"claim_key":1,"codebook_revision":3,"created":"2026-11-23T03:21:34.647Z","key":2,"label_key":1,"modified":"2026-11-23T03:21:34.862Z","parts":[[1,38,14,0]],"quote":"Engineers left","reviewer_key":2,"revision_key":1,"shared":{"dots":{"":{"2":2},"claim":{"2":5},"modified":{"2":5}}}}','[{},{"2":5}]');
INSERT INTO "change_item" VALUES(5,4,'highlight',X'01A2066C5DA67222BAC126AA4D5FA40F',NULL,'{"article_key":1,"claim_key":null,"codebook_revision":3,"created":"2026-11-23T03:21:34.886Z","key":3,"label_key":2,"modified":"2026-11-23T03:21:34.886Z","parts":[[2,0,8,0]],"quote":"Dr. Voss","reviewer_key":2,"revision_key":1}','[{},{"2":6}]');
INSERT INTO "change_item" VALUES(5,5,'mark',X'01A2066C5CD2717AA5B5AFE181A3EFD1',NULL,'{"article_key":1,"created":"2026-11-23T03:21:34.674Z","key":2,"parts":[[4,27,15,0]],"reviewer_key":2,"revision_key":1}','[{},{"2":3}]');
INSERT INTO "change_item" VALUES(6,0,'highlight',X'01A2066C5DA67222BAC126AA4D5FA40F','{"article_key":1,"claim_key":null,"codebook_revision":3,"created":"2026-11-23T03:21:34.886Z","key":3,"label_key":2,"modified":"2026-11-23T03:21:34.886Z","parts":[[2,0,8,0]],"quote":"Dr. Voss","reviewer_key":2,"revision_key":1}',NULL,NULL);
CREATE TABLE claim (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      created TEXT NOT NULL,
      modified TEXT NOT NULL,
      speaker TEXT NOT NULL,
      speaker_role TEXT NOT NULL,
      affiliation TEXT NOT NULL,
      via TEXT NOT NULL,
      form TEXT NOT NULL,
      cue TEXT NOT NULL,
      restated TEXT NOT NULL,
      claim_kind TEXT NOT NULL,
      check_worthiness TEXT NOT NULL,
      claim_date TEXT NOT NULL,
      claim_place TEXT NOT NULL,
      status TEXT NOT NULL,
      verdict TEXT NOT NULL,
      justification TEXT NOT NULL,
      evidence TEXT NOT NULL,
      note TEXT NOT NULL,
      confidence TEXT NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    , shared TEXT NOT NULL DEFAULT '{}') STRICT
    ;
INSERT INTO "claim" VALUES(1,X'01A2066C5D8E77CD965647456B3861AE','2026-11-23T03:21:34.862Z','2026-11-23T03:21:34.862Z','Voss','','','','','','','','','','','','','','[]','','','{"2":5}',X'D1DD473977F565F0B9814FBE7450876FC10DB913E59AF797E034AC5EE26C2099','{}');
CREATE TABLE codebook_revision (
      revision INTEGER NOT NULL PRIMARY KEY,
      created TEXT NOT NULL,
      guideline TEXT NOT NULL,
      hash BLOB NOT NULL
    , verdicts TEXT) STRICT
    ;
INSERT INTO "codebook_revision" VALUES(1,'2026-11-23T03:21:34.545Z','The labels tell who speaks and in what capacity, not whether the prose is neutral. Mark what the article says, not whether you believe it; the verdict has a field of its own.

1. Mark the smallest stretch that can be checked without the rest, most often one sentence. Take the words that name the speaker along.
2. Labels may overlap. Who speaks (official claim, analyst opinion) and whom it touches (humanitarian concern) are two questions, so a ministry''s count of the wounded carries two labels.
3. When a sentence holds two speakers, highlight two stretches instead of the whole.
4. When an agency quotes a ministry, the ministry is the speaker and the agency goes into "via".
5. When a quotation runs on without naming its speaker again, the speaker is inherited: say so in the note.
6. A headline is marked like a sentence; the body may take back what it promises.
7. A sentence that carries none of the labels is reviewed all the same: mark it so, or the next reader cannot tell a decision from an omission.',X'31E9A0D43D72F9F9B308421504D0AFCA79DFE7D724412C6EEB201E59544E68E0','["True","Mostly true","Half true","Mostly false","False","Misleading","Missing context","Unproven","Outdated","Satire"]');
INSERT INTO "codebook_revision" VALUES(2,'2026-11-23T03:21:34.822Z','The labels tell who speaks and in what capacity, not whether the prose is neutral. Mark what the article says, not whether you believe it; the verdict has a field of its own.

1. Mark the smallest stretch that can be checked without the rest, most often one sentence. Take the words that name the speaker along.
2. Labels may overlap. Who speaks (official claim, analyst opinion) and whom it touches (humanitarian concern) are two questions, so a ministry''s count of the wounded carries two labels.
3. When a sentence holds two speakers, highlight two stretches instead of the whole.
4. When an agency quotes a ministry, the ministry is the speaker and the agency goes into "via".
5. When a quotation runs on without naming its speaker again, the speaker is inherited: say so in the note.
6. A headline is marked like a sentence; the body may take back what it promises.
7. A sentence that carries none of the labels is reviewed all the same: mark it so, or the next reader cannot tell a decision from an omission.',X'34F7BC5F928AB762FB624142D7F3F4F9BDB2A2814D7D0E5BD933416847C9C4B8','["True","Mostly true","Half true","Mostly false","False","Misleading","Missing context","Unproven","Outdated","Satire"]');
INSERT INTO "codebook_revision" VALUES(3,'2026-11-23T03:21:35.111Z','The labels tell who speaks and in what capacity, not whether the prose is neutral. Mark what the article says, not whether you believe it; the verdict has a field of its own.

1. Mark the smallest stretch that can be checked without the rest, most often one sentence. Take the words that name the speaker along.
2. Labels may overlap. Who speaks (official claim, analyst opinion) and whom it touches (humanitarian concern) are two questions, so a ministry''s count of the wounded carries two labels.
3. When a sentence holds two speakers, highlight two stretches instead of the whole.
4. When an agency quotes a ministry, the ministry is the speaker and the agency goes into "via".
5. When a quotation runs on without naming its speaker again, the speaker is inherited: say so in the note.
6. A headline is marked like a sentence; the body may take back what it promises.
7. A sentence that carries none of the labels is reviewed all the same: mark it so, or the next reader cannot tell a decision from an omission.',X'872B16DD3FBDF7B16012C207F88CC5C40A424C061BDDECA4237564142ECD7E24','["True","Mostly true","Half true","Mostly false","False","Misleading","Missing context","Unproven","Outdated","Satire"]');
CREATE TABLE guideline (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      text TEXT NOT NULL,
      verdicts TEXT NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    , shared TEXT NOT NULL DEFAULT '{}') STRICT
    ;
INSERT INTO "guideline" VALUES(1,X'01A2066C5C5271D0B008F30DBFF2F2A2','The labels tell who speaks and in what capacity, not whether the prose is neutral. Mark what the article says, not whether you believe it; the verdict has a field of its own.

1. Mark the smallest stretch that can be checked without the rest, most often one sentence. Take the words that name the speaker along.
2. Labels may overlap. Who speaks (official claim, analyst opinion) and whom it touches (humanitarian concern) are two questions, so a ministry''s count of the wounded carries two labels.
3. When a sentence holds two speakers, highlight two stretches instead of the whole.
4. When an agency quotes a ministry, the ministry is the speaker and the agency goes into "via".
5. When a quotation runs on without naming its speaker again, the speaker is inherited: say so in the note.
6. A headline is marked like a sentence; the body may take back what it promises.
7. A sentence that carries none of the labels is reviewed all the same: mark it so, or the next reader cannot tell a decision from an omission.','["True","Mostly true","Half true","Mostly false","False","Misleading","Missing context","Unproven","Outdated","Satire"]','{}',X'AE17B70FB951F86114043C5E0780C0DE341D1C8EAE73FDAD6943BEC356C0C474','{}');
CREATE TABLE highlight (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      article_key INTEGER NOT NULL REFERENCES article ("key"),
      revision_key INTEGER NOT NULL REFERENCES revision ("key"),
      label_key INTEGER NOT NULL REFERENCES label ("key"),
      reviewer_key INTEGER NOT NULL REFERENCES reviewer ("key"),
      claim_key INTEGER REFERENCES claim ("key"),
      quote TEXT NOT NULL,
      codebook_revision INTEGER NOT NULL REFERENCES codebook_revision (revision),
      created TEXT NOT NULL,
      modified TEXT NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    , cue TEXT NOT NULL DEFAULT '[]', unplaced TEXT NOT NULL DEFAULT '{}', origin TEXT NOT NULL DEFAULT '{}', shared TEXT NOT NULL DEFAULT '{}') STRICT
    ;
INSERT INTO "highlight" VALUES(1,X'01A2066C5D2776BDA89ECF173204EFB4',1,1,1,1,NULL,'Engineers left',1,'2026-11-23T03:21:34.759Z','2026-11-23T03:21:34.759Z','{"1":2}',X'A00C9B877DF8798DC719D27771592B3660A3F15D528465B4DDD3D2C2A2937ECC','[]','{}','{}','{}');
INSERT INTO "highlight" VALUES(2,X'01A2066C5CB7775A94B1BC0669F2E7A1',1,1,1,2,1,'Engineers left',3,'2026-11-23T03:21:34.647Z','2026-11-23T03:21:34.862Z','{"2":5}',X'7253D19F48DEC13253F304A18253D652242F543E8014F4B825CE94AB92CF5F1F','[]','{}','{}','{"dots":{"":{"2":2},"claim":{"2":5},"modified":{"2":5}}}');
CREATE TABLE label (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      slug TEXT NOT NULL,
      name TEXT NOT NULL,
      letter TEXT NOT NULL,
      color_light TEXT NOT NULL,
      color_dark TEXT NOT NULL,
      line_style TEXT NOT NULL,
      shortcut TEXT NOT NULL,
      position INTEGER NOT NULL,
      definition TEXT NOT NULL,
      tests TEXT NOT NULL,
      edge_cases TEXT NOT NULL,
      examples TEXT NOT NULL,
      parent_key INTEGER REFERENCES label ("key"),
      archived INTEGER NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    , fields TEXT NOT NULL DEFAULT '[]', revised INTEGER NOT NULL DEFAULT 0, shared TEXT NOT NULL DEFAULT '{}') STRICT
    ;
INSERT INTO "label" VALUES(1,X'01936F2C5B007A419C1E6F0A7D3E8B01','official_claim','Name dam','O','#0072B2','#56B4E9','solid','1',0,'Content attributed to, or published by, a body or person acting for a state, a party to a conflict, a court, the military, the police or an intergovernmental organization. Denials, decrees and figures count. An unnamed "source close to" such a body does not, unless the article names the body.','["Could you ask a press office to confirm it was said? Then it is an official claim.","Does the speaker answer for the body, or only work there? An employee who speaks for herself is no official."]','["A denial is a claim: \"no repair is planned\" can be checked as well as \"a repair is planned\".","A decree or a ruling counts even when nobody is quoted: its text is the claim.","What an official did, told by the reporter without anybody''s words, is no claim.","An intergovernmental organization counts as official; an aid group does not.","When an agency quotes a ministry, the ministry is the speaker, and the agency goes into \"via\"."]','["The water ministry said on Thursday that the dam’s gates had been tested twice. — A ministry is named and answers for the statement.","A decree published on Wednesday night names 14 settlements. — The decree is an act of the state, and its content can be looked up.","Not: A source close to the talks said the offer was final. — No body is named that could be held to it."]',NULL,0,'{"1":4,"2":4}',X'46A0C9A5309F7D3905C9206F20A55C9A67122A05B14795D118B29A4ED05D7AAA','[]',0,'{"dots":{"":{},"name":{"1":4}},"open":["name"],"rivals":{"name":[[{"2":4},"Name ada"]]}}');
INSERT INTO "label" VALUES(2,X'01936F2C5B007A419C1E6F0A7D3E8B02','analyst_opinion','Analyst opinion','A','#C2570C','#F2A154','dashed','2',1,'An interpretation, evaluation, forecast or recommendation by a named or described expert, a research institute, a commentator or the author of the article.','["Could it be shown false by evidence that exists today? If not, it is an opinion or a forecast.","Who speaks? A figure quoted from an analyst stays under this label; record its kind as a quantity."]','["A forecast by a ministry is an official claim: the speaker decides, not the tense.","The author''s own summary without a source counts, with the author as the speaker and as the form.","\"Experts say\" counts; it names nobody, so leave the speaker''s name empty and fill in the role.","A feeling without a judgment of the matter is no analysis."]','["“A test of the gates says nothing about the footing,” said Dr. Ilan Voss of the Basin Institute. — A named expert evaluates somebody else''s claim.","A closure of two weeks would cost the valley’s farms a tenth of the year’s income, he thinks. — A forecast by an economist; its figure can be checked later, not today.","Not: The ministry expects the reservoir to fall below the mark by Monday. — The forecast is the ministry''s, so it is an official claim."]',NULL,0,'{}',X'126039894BA2FA3678A544550F8B1745B46F75FFF2C99282973F8ACD9834FD17','[]',0,'{}');
INSERT INTO "label" VALUES(3,X'01936F2C5B007A419C1E6F0A7D3E8B03','humanitarian_concern','Humanitarian concern','H','#005A3C','#98F0CF','dotted','3',2,'Content about harm to civilians, their needs, the risks they face or the aid they get: casualties, displacement, access, food, water, health, shelter, protection. Whoever speaks.','["Is a civilian''s life, health, home or safety at stake in this very stretch?","Would an aid coordinator copy it into a situation report?"]','["It overlaps the other labels as a rule: \"the health ministry says two people died\" is an official claim too.","Damage to buildings or prices counts once people''s needs are named, not before.","Soldiers'' losses do not count; those of their families do.","A promise of aid counts as much as the want of it."]','["Aid groups warned that insulin would run out on Saturday unless the road reopens. — A named need of patients, with a date.","The health ministry confirmed that two elderly people had died during the move. — Deaths of civilians; an official claim at the same time.","Not: The army sent two engineer companies to the valley. — A movement of troops; no civilian is spoken of."]',NULL,0,'{}',X'CEF57C5575BA6423C2EE403069E2E707A800A1F03356EAE34A4287862260D079','[]',0,'{}');
CREATE TABLE label_count (
      article_key INTEGER NOT NULL REFERENCES article ("key"),
      label_key INTEGER NOT NULL REFERENCES label ("key"),
      count INTEGER NOT NULL,
      PRIMARY KEY (article_key, label_key)
    ) WITHOUT ROWID, STRICT
    ;
INSERT INTO "label_count" VALUES(1,1,2);
INSERT INTO "label_count" VALUES(1,2,0);
CREATE TABLE mark (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      article_key INTEGER NOT NULL REFERENCES article ("key"),
      revision_key INTEGER NOT NULL REFERENCES revision ("key"),
      reviewer_key INTEGER NOT NULL REFERENCES reviewer ("key"),
      created TEXT NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    , shared TEXT NOT NULL DEFAULT '{}') STRICT
    ;
INSERT INTO "mark" VALUES(1,X'01A2066C5D3172F2B26E4B22A2A328E5',1,1,1,'2026-11-23T03:21:34.769Z','{"1":3}',X'E35191979F73C0B0D14D99F33E66B4FCA205E295B95325D80D9509696636A1D1','{}');
INSERT INTO "mark" VALUES(2,X'01A2066C5CD2717AA5B5AFE181A3EFD1',1,1,2,'2026-11-23T03:21:34.674Z','{"2":3}',X'C703FC0C1A2E28C49CEFFC93147BD5B34D495FA85457F6EC33C792D513468DE9','{}');
CREATE TABLE mark_part (
      mark_key INTEGER NOT NULL REFERENCES mark ("key"),
      ordinal INTEGER NOT NULL,
      paragraph_key INTEGER NOT NULL REFERENCES paragraph ("key"),
      start INTEGER NOT NULL,
      length INTEGER NOT NULL,
      continues INTEGER NOT NULL,
      PRIMARY KEY (mark_key, ordinal)
    ) WITHOUT ROWID, STRICT
    ;
INSERT INTO "mark_part" VALUES(1,0,4,27,15,0);
INSERT INTO "mark_part" VALUES(2,0,4,27,15,0);
CREATE TABLE original (
      sha256 TEXT NOT NULL,
      bytes BLOB NOT NULL,
      PRIMARY KEY (sha256)
    ) STRICT
    ;
CREATE TABLE paragraph (
      "key" INTEGER NOT NULL PRIMARY KEY,
      sha256 BLOB NOT NULL,
      chars INTEGER NOT NULL,
      sentences INTEGER NOT NULL,
      sentence_ends TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "paragraph" VALUES(1,X'E0FA8F105D8F67B1F81CD14A430F1DAB8D7862FD9C8EE55CCB22E6F39754D5DC',53,2,'[38,53]','The ministry said the 🚰 dam was safe. Engineers left.');
INSERT INTO "paragraph" VALUES(2,X'0A617F86AFFCF4A38A8C8B8EE4A623A8D68F8797C124284A343300721FC2B1F8',69,2,'[38,69]','Dr. Voss expects “seepage to double.” Aid groups warned of shortages.');
INSERT INTO "paragraph" VALUES(3,X'F370ACC9D8B734D907D177EF29F70D4102A6226A969871EEF36CE547B2944361',0,0,'[]','');
INSERT INTO "paragraph" VALUES(4,X'D697334C65681B5B119EE2D5BBDD5EEEDBB8F2184C6ECC2BFF0AD54081B889B4',42,2,'[27,42]','وقالت الوزارة إن السد آمن. Nobody replied.');
CREATE TABLE part (
      highlight_key INTEGER NOT NULL REFERENCES highlight ("key"),
      ordinal INTEGER NOT NULL,
      paragraph_key INTEGER NOT NULL REFERENCES paragraph ("key"),
      start INTEGER NOT NULL,
      length INTEGER NOT NULL,
      continues INTEGER NOT NULL,
      PRIMARY KEY (highlight_key, ordinal)
    ) WITHOUT ROWID, STRICT
    ;
INSERT INTO "part" VALUES(1,0,1,38,14,0);
INSERT INTO "part" VALUES(2,0,1,38,14,0);
CREATE TABLE progress (
      article_key INTEGER NOT NULL PRIMARY KEY REFERENCES article ("key"),
      sentences INTEGER NOT NULL,
      reviewed INTEGER NOT NULL,
      highlights INTEGER NOT NULL
    ) STRICT
    ;
INSERT INTO "progress" VALUES(1,6,2,2);
CREATE TABLE project (
      "key" INTEGER NOT NULL CHECK (key = 1) PRIMARY KEY,
      uuid BLOB NOT NULL UNIQUE,
      name TEXT NOT NULL,
      created TEXT NOT NULL,
      codebook_revision INTEGER NOT NULL REFERENCES codebook_revision (revision),
      hash BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "project" VALUES(1,X'01A2066C5C5271D0B008F30DBFF2F2A2','dam','2026-11-23T03:21:34.545Z',3,X'87F7166EA921545B1BCAEAA54CA26996B493C337C0D6611980BDB44CAA553DCF');
CREATE TABLE replica (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      hash BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "replica" VALUES(1,X'01A2066C5CF2701DB2490BC9AD584DAD',X'4515E5DEEF3A86E2F8DA23799BD7E5C50139493A4BB50B5D0A89D6B4CC456F7D');
INSERT INTO "replica" VALUES(2,X'01A2066C5C9175F2986C988F7CB9E45F',X'F65214A8110A353C9EBA8E9D2CD33A9C38D45032249D60E1B33382C9349D77A2');
CREATE TABLE reviewer (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      name TEXT NOT NULL,
      hash BLOB NOT NULL
    , renamed INTEGER NOT NULL DEFAULT 0) STRICT
    ;
INSERT INTO "reviewer" VALUES(1,X'01A2066C5C117340B5025CF90900BD22','Bo',X'DD84FA4151459951E1ABD761BDDE309DC4C3ED2FED01BA5B837078380DC62564',0);
INSERT INTO "reviewer" VALUES(2,X'01A2066C5AFF721DAA63BDA568B3685F','Ada',X'EB710CFAF1698C0A80B343C8B10859ED217A63D2A41F4B3CED516F9BD837620A',0);
CREATE TABLE revision (
      "key" INTEGER NOT NULL PRIMARY KEY AUTOINCREMENT,
      uuid BLOB NOT NULL UNIQUE,
      article_key INTEGER NOT NULL REFERENCES article ("key"),
      number INTEGER NOT NULL,
      text_sha256 TEXT NOT NULL,
      chars INTEGER NOT NULL,
      segmenter TEXT NOT NULL,
      source_name TEXT NOT NULL,
      source_sha256 TEXT NOT NULL,
      source_size INTEGER NOT NULL,
      source_encoding TEXT NOT NULL,
      source_reader TEXT NOT NULL,
      source_normalized TEXT NOT NULL,
      created TEXT NOT NULL,
      version TEXT NOT NULL,
      hash BLOB NOT NULL
    ) STRICT
    ;
INSERT INTO "revision" VALUES(1,X'01A2066C5CF4702BBDCB94BB305FAA28',1,1,'bb76c7f72d663363818b8cac3558bcf4d9a5eb0aa7441560e461cd589b6505f7',167,'sentencex 1.0.32; quotes=1; rules=1','dam.txt','',167,'UTF-8','test','[]','2026-11-23T03:21:34.708Z','{"1":1}',X'2395090C7C67213E6110AB08B50D709785425B217AA237DE0DC47AD966728ECC');
CREATE TABLE revision_paragraph (
      revision_key INTEGER NOT NULL REFERENCES revision ("key"),
      ordinal INTEGER NOT NULL,
      paragraph_key INTEGER NOT NULL REFERENCES paragraph ("key"),
      PRIMARY KEY (revision_key, ordinal)
    ) WITHOUT ROWID, STRICT
    ;
INSERT INTO "revision_paragraph" VALUES(1,0,1);
INSERT INTO "revision_paragraph" VALUES(1,1,2);
INSERT INTO "revision_paragraph" VALUES(1,2,3);
INSERT INTO "revision_paragraph" VALUES(1,3,4);
CREATE TABLE sent (
      "key" INTEGER NOT NULL PRIMARY KEY,
      bundle_id BLOB NOT NULL,
      sequence INTEGER NOT NULL,
      at TEXT NOT NULL,
      kind TEXT NOT NULL
    ) STRICT
    ;
INSERT INTO "sent" VALUES(1,X'D435DD0783955B37B4A5F7CE14907675',6,'2026-11-23T03:21:35.338Z','full');
CREATE TABLE shingle (
      hash INTEGER NOT NULL,
      paragraph_key INTEGER NOT NULL,
      PRIMARY KEY (hash, paragraph_key),
      FOREIGN KEY(paragraph_key) REFERENCES paragraph ("key")
    ) WITHOUT ROWID, STRICT
    ;
INSERT INTO "shingle" VALUES(948086651675659232,4);
INSERT INTO "shingle" VALUES(1451036338561061432,2);
INSERT INTO "shingle" VALUES(1838323260128702352,1);
INSERT INTO "shingle" VALUES(2230270396588474520,1);
CREATE TABLE speaker_count (
      speaker TEXT NOT NULL,
      folded TEXT NOT NULL,
      count INTEGER NOT NULL,
      PRIMARY KEY (speaker)
    ) WITHOUT ROWID, STRICT
    ;
INSERT INTO "speaker_count" VALUES('Voss','voss',1);
CREATE TABLE tombstone (
      uuid BLOB NOT NULL PRIMARY KEY,
      kind TEXT NOT NULL,
      version TEXT NOT NULL,
      sequence INTEGER NOT NULL REFERENCES change (sequence),
      hash BLOB NOT NULL
    , shared TEXT) WITHOUT ROWID, STRICT
    ;
INSERT INTO "tombstone" VALUES(X'01A2066C5DA67222BAC126AA4D5FA40F','highlight','{"1":6,"2":6}',6,X'B4950BB12546F713BC1E86C738C9B9BE713E145847820E5665C686F1AFA6F178',NULL);
CREATE INDEX article_revision ON article (revision_key);
CREATE INDEX revision_article ON revision (article_key, number);
CREATE INDEX ix_revision_text_sha256 ON revision (text_sha256);
CREATE INDEX ix_highlight_article_key ON highlight (article_key);
CREATE INDEX highlight_claim ON highlight (claim_key) WHERE claim_key IS NOT NULL;
CREATE INDEX part_place ON part (paragraph_key, start, length);
CREATE INDEX ix_mark_article_key ON mark (article_key);
CREATE INDEX mark_part_place ON mark_part (paragraph_key, start, length);
CREATE INDEX change_compensates ON change (compensates) WHERE compensates IS NOT NULL;
CREATE INDEX ix_change_item_uuid ON change_item (uuid);
CREATE INDEX revision_place ON revision_paragraph (paragraph_key);
CREATE INDEX highlight_guideline ON highlight (label_key, codebook_revision);
CREATE INDEX highlight_cue ON highlight (article_key) WHERE cue <> '[]';
CREATE INDEX speaker_order ON speaker_count (count DESC, folded);
CREATE INDEX highlight_unplaced ON highlight (article_key) WHERE unplaced <> '{}';
CREATE INDEX article_url ON article (url) WHERE url <> '';
CREATE INDEX highlight_revision ON highlight (revision_key);
CREATE INDEX highlight_reviewer ON highlight (reviewer_key);
CREATE INDEX mark_revision ON mark (revision_key);
CREATE INDEX alias_of ON alias (of_uuid);
CREATE INDEX highlight_held ON highlight (article_key) WHERE instr(shared, '"held"') > 0;
CREATE INDEX article_open ON article (title) WHERE instr(shared, '"open":') > 0;
CREATE INDEX label_open ON label (slug) WHERE instr(shared, '"open":') > 0;
CREATE INDEX claim_open ON claim (created) WHERE instr(shared, '"open":') > 0;
CREATE INDEX highlight_open ON highlight (article_key) WHERE instr(shared, '"open":') > 0;
CREATE INDEX mark_open ON mark (article_key) WHERE instr(shared, '"open":') > 0;
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('guideline',1);
INSERT INTO "sqlite_sequence" VALUES('label',3);
INSERT INTO "sqlite_sequence" VALUES('reviewer',2);
INSERT INTO "sqlite_sequence" VALUES('replica',2);
INSERT INTO "sqlite_sequence" VALUES('article',1);
INSERT INTO "sqlite_sequence" VALUES('revision',1);
INSERT INTO "sqlite_sequence" VALUES('change',6);
INSERT INTO "sqlite_sequence" VALUES('highlight',3);
INSERT INTO "sqlite_sequence" VALUES('mark',2);
INSERT INTO "sqlite_sequence" VALUES('claim',1);
CREATE VIRTUAL TABLE paragraph_words USING fts5 (words, content = '', tokenize = 'ascii');
INSERT INTO paragraph_words (rowid, words) VALUES (1, 'the ministry said the dam was safe engineers left');
INSERT INTO paragraph_words (rowid, words) VALUES (2, 'dr voss expects seepage to double aid groups warned of shortages');
INSERT INTO paragraph_words (rowid, words) VALUES (4, 'وقالت الوزارة ان السد امن nobody replied');
CREATE VIRTUAL TABLE title_words USING fts5 (words, tokenize = 'ascii');
INSERT INTO title_words (rowid, words) VALUES (1, 'a dam');
CREATE VIRTUAL TABLE quote_words USING fts5 (words, tokenize = 'ascii');
INSERT INTO quote_words (rowid, words) VALUES (1, 'engineers left');
INSERT INTO quote_words (rowid, words) VALUES (2, 'engineers left');
CREATE VIRTUAL TABLE claim_words USING fts5 (words, tokenize = 'ascii');
INSERT INTO claim_words (rowid, words) VALUES (1, 'voss');
COMMIT;
