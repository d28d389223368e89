package org.yichuang.cases.internal.web;

import org.yichuang.cases.api.CasePackages;
import org.yichuang.cases.internal.CaseDocuments;
import org.yichuang.cases.internal.HearingAnnouncements;
import org.yichuang.cases.internal.QuotaPrecheck;
import org.yichuang.documents.api.FileStore;

/**
 * What comes into the house and leaves it on paper or as a file.
 *
 * @param issued the documents that cases have been given
 * @param packages whole cases
 * @param store where the bytes of materials are kept
 * @param quotas how many files may be left here
 * @param hearings what is announced of hearings
 */
public record CasePapers(
        CaseDocuments issued,
        CasePackages packages,
        FileStore store,
        QuotaPrecheck quotas,
        HearingAnnouncements hearings) {}
