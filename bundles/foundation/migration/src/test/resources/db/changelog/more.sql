--liquibase formatted sql
--changeset yichuang:2
CREATE INDEX TRIAL_ROW_BY_ID ON TRIAL_ROW (ID);
INSERT INTO TRIAL_ROW (TENANT, ID, BODY) VALUES ('yantai', '1', '烟台');
