package org.yichuang.cases.internal.rest;

import java.util.List;
import org.yichuang.cases.api.CasePackages;
import org.yichuang.cases.api.CaseReception;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.api.JointCases;
import org.yichuang.cases.api.KnownApplicants;
import org.yichuang.cases.internal.CaseDocuments;
import org.yichuang.cases.internal.CaseRetention;
import org.yichuang.cases.internal.CaseTimes;
import org.yichuang.cases.internal.CasesDescriptor;
import org.yichuang.cases.internal.QuotaPrecheck;
import org.yichuang.cases.internal.RetentionServices;
import org.yichuang.rest.api.RestModule;

/** What cases gives to the REST door. */
public class CasesRest implements RestModule {
    /** A file of 10 MB with its multipart wrapping. */
    private static final long LARGEST_BODY = 11L << 20;

    private final CaseService cases;
    private final CaseDocuments documents;
    private final CasePackages packages;
    private final QuotaPrecheck quotas;
    private final JointCases joint;
    private final KnownApplicants known;
    private final CaseReception reception;
    private final CaseTimes times;
    private final CaseRetention retention;

    /** @param quotas what is asked before bodies are read */
    public CasesRest(
            CaseService cases,
            CaseDocuments documents,
            CasePackages packages,
            QuotaPrecheck quotas,
            JointCases joint,
            KnownApplicants known,
            CaseReception reception,
            CaseTimes times,
            RetentionServices retained) {
        this.times = times;
        this.retention = retained.retention();
        this.known = known;
        this.reception = reception;
        this.cases = cases;
        this.documents = documents;
        this.packages = packages;
        this.quotas = quotas;
        this.joint = joint;
    }

    @Override
    public String module() {
        return "cases";
    }

    @Override
    public List<String> roots() {
        return new CasesDescriptor().restRoots();
    }

    @Override
    public List<Object> resources() {
        return List.of(
                new CaseResource(cases, quotas),
                new HearingResource(cases),
                new TimeResource(times),
                new JointResource(joint),
                new ReceptionResource(reception),
                new KnownApplicantResource(known),
                new DocumentResource(documents),
                new PackageResource(packages),
                new RetentionResource(retention),
                new MaterialResource(cases, quotas),
                new ProgressResource(cases));
    }

    @Override
    public long largestBody() {
        return LARGEST_BODY;
    }
}
