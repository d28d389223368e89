package org.yichuang.cases.internal;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yichuang.cases.api.CaseApplication;
import org.yichuang.cases.api.CaseItem;
import org.yichuang.cases.api.CaseLinks;
import org.yichuang.cases.api.CaseRecord;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseResult;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.api.Representative;
import org.yichuang.cases.internal.domain.BranchAddress;
import org.yichuang.cases.internal.domain.BranchFacts;
import org.yichuang.cases.internal.domain.BranchWork;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.CaseFiles;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.GrantEnding;
import org.yichuang.cases.internal.domain.Progress;
import org.yichuang.cases.internal.domain.RenewalWork;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.cases.internal.domain.Submission.ItemLabels;
import org.yichuang.cases.internal.domain.Submission.RouteFacts;
import org.yichuang.journal.api.UnitOfWork;

/** Gives cases to other modules, inside of their transactions. */
public class CaseRecords implements Cases {
    private final CaseRepositories store;
    private final CaseResults results;
    private final CaseLedger ledger;

    /**
     * @param results what tells who has granted what
     * @param ledger where steps end
     */
    public CaseRecords(CaseRepositories store, CaseResults results, CaseLedger ledger) {
        this.store = store;
        this.results = results;
        this.ledger = ledger;
    }

    @Override
    public Optional<CaseRecord> find(String number, UnitOfWork unit) {
        return store.cases(unit).find(number).map(CaseRecords::record);
    }

    @Override
    public Optional<CaseApplication> application(String number, UnitOfWork unit) {
        return store.cases(unit)
                .find(number)
                .map(CaseFile::submission)
                .map(content -> new CaseApplication(content.applicant(), content.form()));
    }

    @Override
    public Optional<CaseResult> result(String number, UnitOfWork unit) {
        return store.cases(unit).find(number).flatMap(file -> results.of(file, unit));
    }

    @Override
    public Optional<CaseResult> granted(String number, UnitOfWork unit) {
        return store.cases(unit)
                .find(number)
                .filter(file -> file.progress().decision() != null
                        && file.progress().decision().outcome() == CaseRequests.Outcome.GRANT)
                .map(file -> results.granted(file, unit));
    }

    @Override
    public Map<String, String> decisionFacts(String number, UnitOfWork unit) {
        return store.cases(unit)
                .find(number)
                .map(file -> file.progress().decisionFacts())
                .orElse(Map.of());
    }

    @Override
    public Optional<CaseLinks> links(String number, UnitOfWork unit) {
        Optional<BranchAddress> branch = BranchAddress.parse(number);
        if (branch.isPresent()) {
            return branch.flatMap(address -> links(address, unit));
        }
        return store.cases(unit)
                .find(number)
                .map(file -> new CaseLinks(
                        file.lowerCentre(),
                        file.lowerNumber(),
                        file.upperCentre(),
                        file.upperNumber(),
                        file.submission().route().deciding().centre(),
                        file.submission().route().issuer()));
    }

    /** Of the branch of a joint case that a centre above decides. */
    private Optional<CaseLinks> links(BranchAddress address, UnitOfWork unit) {
        return store.cases(unit).find(address.number()).flatMap(file -> file.progress().branches().stream()
                .filter(branch -> branch.id().equals(address.branch()) && branch.above() != null)
                .findFirst()
                .map(branch -> {
                    RouteFacts road = BranchWork.facts(file, branch.id()).road().route();
                    return new CaseLinks(
                            null,
                            null,
                            branch.above().centre(),
                            branch.above().number(),
                            road.deciding().centre(),
                            road.issuer());
                }));
    }

    @Override
    public boolean hasActed(String number, String account, UnitOfWork unit) {
        return store.cases(unit)
                .find(number)
                .filter(file -> file.progress().steps().stream().anyMatch(step -> account.equals(step.by())))
                .isPresent();
    }

    @Override
    public List<String> acceptedBefore(String number, CaseItem item, int most, UnitOfWork unit) {
        CaseFiles files = store.cases(unit);
        return files.find(number)
                .filter(file -> file.progress().acceptance() != null)
                .map(file -> files.acceptedBefore(file, item.owner(), item.code(), most))
                .orElse(List.of());
    }

    @Override
    public void deemRenewed(String number, UnitOfWork unit) {
        ledger.step(unit, store.cases(unit).get(number), RenewalWork::deemRenewed);
    }

    @Override
    public void endGrant(String number, String reason, UnitOfWork unit) {
        ledger.step(unit, store.cases(unit).get(number), (file, now) -> GrantEnding.end(file, reason, now));
    }

    private static CaseRecord record(CaseFile file) {
        Submission content = file.submission();
        Progress present = file.progress();
        return new CaseRecord(
                file.number(),
                file.state(),
                content.item().owner(),
                content.item().code(),
                content.item().name(),
                content.item().version(),
                content.item().type().name(),
                file.department(),
                content.route().stages().get(present.stage()).action().name(),
                content.applicant().kind(),
                Visibility.MASKED.applicant(content.applicant()).name(),
                file.submitter(),
                materials(content),
                file.isTransferred(),
                file.receivedAt(),
                file.due().orElse(null),
                file.channel().orElse(null),
                agent(content),
                present.decision() == null ? null : present.decision().outcome(),
                content.licence(),
                items(content),
                file.version());
    }

    /**
     * Of what it decides: a bundle decides of its members, as far as the application needs them. What a centre above
     * decides is decided there, by a case of its own: there it is charged, and comes into the register.
     */
    static List<CaseItem> items(Submission content) {
        ItemLabels own = content.item();
        return content.isJoint()
                ? content.route().branches().stream()
                        .filter(branch -> branch.road() == null)
                        .flatMap(branch -> item(branch).stream())
                        .toList()
                : List.of(new CaseItem(own.owner(), own.code(), own.version(), own.name()));
    }

    /** What a branch decides of; nothing of a party that is only heard. */
    static Optional<CaseItem> item(BranchFacts branch) {
        return branch.item().isEmpty()
                ? Optional.empty()
                : Optional.of(new CaseItem(
                        branch.owner(), branch.item(), branch.version(), branch.name(), branch.department()));
    }

    private static String agent(Submission content) {
        Representative acting = content.filing().representative();
        return acting == null ? null : acting.agent();
    }

    /** The codes of what was handed in; what belongs to no material of the item has none. */
    static List<String> materials(Submission content) {
        return content.materials().stream()
                .map(MaterialView::code)
                .filter(Objects::nonNull)
                .toList();
    }
}
