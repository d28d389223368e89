package org.yichuang.cases.internal.web;

import static org.yichuang.identity.api.Role.APPLICANT;
import static org.yichuang.identity.api.Role.CENTRE_MANAGER;
import static org.yichuang.identity.api.Role.CHIEF_REPRESENTATIVE;
import static org.yichuang.identity.api.Role.CLERK;
import static org.yichuang.identity.api.Role.REVIEWER;
import static org.yichuang.identity.api.Role.SUPERVISION_OFFICER;

import gg.jte.Content;
import java.util.List;
import java.util.Set;
import org.yichuang.cases.api.CaseService;
import org.yichuang.cases.internal.CaseStatistics;
import org.yichuang.cases.internal.CasesDescriptor;
import org.yichuang.cases.internal.Drafts;
import org.yichuang.cases.internal.QuotaPrecheck;
import org.yichuang.cases.internal.WorkChanges;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.Action;
import org.yichuang.pages.api.HomePanel;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageCall;
import org.yichuang.pages.api.PageModule;

/** The pages of cases. */
public class CasePages implements PageModule {
    /** A few files of 10 MB in one form, with their wrapping. */
    private static final long LARGEST_BODY = 64L << 20;

    private static final int RETENTION_PLACE = 60;

    private static final Texts TEXTS = Texts.beside(CasePages.class, "texts")
            .and(Texts.beside(CasePages.class, "journal"))
            .and(Texts.beside(CasePages.class, "retention"));

    private final List<Object> resources;
    private final QuotaPrecheck quotas;

    /** Puts its pages in front of the services. */
    public CasePages(
            Catalogue catalogue,
            CaseService cases,
            CasePapers papers,
            Drafts drafts,
            CaseStatistics statistics,
            WorkChanges changes,
            FurtherServices further) {
        quotas = papers.quotas();
        DocumentPages documents = new DocumentPages(papers.issued());
        CaseFilePages files = new CaseFilePages(catalogue, cases, further, documents, papers.store());
        resources = List.of(
                new ApplyPages(catalogue, cases, drafts, further.changes(), further.accounts()),
                new MyPages(catalogue, cases, drafts, documents, papers.store()),
                new ProgressPages(cases, further.kiosk()),
                new HearingPages(papers.hearings()),
                new IntakePages(catalogue, cases, files, documents, further),
                new WorkPages(cases, statistics, changes),
                new PackagePages(cases, papers.packages()),
                new JointPages(cases, further.joint()),
                new BranchPages(further.joint()),
                new RetentionPages(further.retained().retention()),
                files);
    }

    @Override
    public String module() {
        return "cases";
    }

    @Override
    public List<String> roots() {
        return new CasesDescriptor().pageRoots();
    }

    @Override
    public List<Object> resources() {
        return resources;
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(
                NavigationEntry.open("/progress", "progress.title", 20),
                NavigationEntry.open("/hearings", "hearings.title", 25),
                NavigationEntry.of("/my", "my.title", 30, APPLICANT.key()),
                NavigationEntry.of("/workbench", "work.bench", 10, CLERK.key()).asStart(),
                NavigationEntry.of("/intake", "intake.title", 20, CLERK.key()),
                NavigationEntry.of(
                        RetentionPages.ROOT,
                        "retention.title",
                        RETENTION_PLACE,
                        CasesDescriptor.ARCHIVIST,
                        CENTRE_MANAGER.key()),
                NavigationEntry.of(
                                "/worklist",
                                "work.list",
                                30,
                                CLERK.key(),
                                REVIEWER.key(),
                                CHIEF_REPRESENTATIVE.key(),
                                CENTRE_MANAGER.key(),
                                SUPERVISION_OFFICER.key())
                        .asStart());
    }

    @Override
    public List<HomePanel> panels() {
        return List.of(new ProgressPanel());
    }

    @Override
    public List<Action> actions(String kind, String id) {
        return kind.equals("item")
                ? List.of(
                        new Action("apply.online", "/apply/" + id, Set.of()),
                        new Action("intake.here", "/intake/" + id, Set.of(CLERK.key())))
                : List.of();
    }

    @Override
    public void checkUpload(CallContext context) {
        quotas.checkUpload(context);
    }

    @Override
    public long largestBody() {
        return LARGEST_BODY;
    }

    /** The two fields that open a case's progress. */
    private static final class ProgressPanel implements HomePanel {
        @Override
        public int order() {
            return 20;
        }

        @Override
        public Set<String> roles() {
            return Set.of();
        }

        @Override
        public Content show(PageCall call) {
            return ApplyPages.TEMPLATES.homeprogress(call.ui());
        }
    }
}
