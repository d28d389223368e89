package org.yichuang.catalogue.internal;

import static org.yichuang.testing.centres.TestCentres.HAIYANG;
import static org.yichuang.testing.centres.TestCentres.YANTAI;

import java.util.List;
import org.junit.Before;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.internal.SubmissionDrafts.NewSubmission;
import org.yichuang.catalogue.internal.Submissions.Judgement;
import org.yichuang.catalogue.internal.Submissions.Judgements;
import org.yichuang.catalogue.internal.domain.submission.ExaminationOutcome;
import org.yichuang.catalogue.internal.domain.submission.ReviewAbove;
import org.yichuang.catalogue.internal.domain.submission.SubmissionView;
import org.yichuang.catalogue.internal.domain.submission.SubmittedItem;
import org.yichuang.catalogue.internal.persistence.SubmissionRows;
import org.yichuang.journal.api.LinkedModule.Incoming;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.testing.ModuleTransactions.Sent;
import org.yichuang.testing.TestEpochs;

/** A county that sends drafts up, and a post that carries its letters when it is told to. */
public abstract class SubmissionWorld extends CatalogueWorld {
    Submissions submissions;
    SubmissionMail mail;
    TestEpochs epochs;
    private int carried;

    @Before
    public void openLists() {
        carried = 0;
        SubmissionDesk desk = new SubmissionDesk(new SubmissionRows(transactions.persistenceUnit()), items);
        submissions = new Submissions(
                transactions,
                network,
                desk,
                new SubmissionDrafts(
                        transactions,
                        network,
                        desk,
                        opinions,
                        fields,
                        new PublicationGate(transactions, network, items, offers, departments)));
        epochs = new TestEpochs();
        mail = new SubmissionMail(network, desk, new SubmissionReminders(network, desk, epochs));
        network.policy(HAIYANG, ReviewAbove.POLICY, "province");
    }

    /** Carries every letter that has been written, and what is written on that. */
    void carry() {
        while (carried < transactions.messages().size()) {
            Sent sent = transactions.messages().get(carried++);
            String words = deliver(sent);
            transactions.write(as(sent.sender(), "post"), Kept.class, unit -> {
                mail.receipted(sent.message(), words, unit);
                return new Kept(words);
            });
        }
    }

    record Kept(String words) {}

    String deliver(Sent sent) {
        return transactions
                .write(as(new TenantId(sent.message().receiver()), "post"), Kept.class, unit -> {
                    Incoming incoming = new Incoming(
                            sent.message().id(),
                            sent.sender(),
                            sent.message().aggregateId(),
                            sent.message().sequence(),
                            sent.message().type(),
                            sent.message().payload());
                    return new Kept(mail.receive(incoming, List.of(), unit));
                })
                .words();
    }

    Sent sent(int index) {
        return transactions.messages().get(index);
    }

    String sendUp(ItemDefinition... drafts) {
        for (ItemDefinition draft : drafts) {
            editing.draft(draft, as(HAIYANG, "editor"));
        }
        List<String> codes = List.of(drafts).stream().map(ItemDefinition::code).toList();
        return submissions.submit(new NewSubmission("2026年清单", codes), as(HAIYANG, "editor"));
    }

    void judge(TenantId centre, String id, ExaminationOutcome outcome, String code) {
        judge(centre, id, new Judgement(code, outcome, outcome.needsWords() ? "理由" : "", null));
    }

    void judge(TenantId centre, String id, Judgement... judgements) {
        submissions.examine(id, new Judgements(List.of(judgements)), as(centre, "examiner"));
    }

    void conclude(TenantId centre, String id) {
        submissions.conclude(id, as(centre, "examiner"));
    }

    SubmissionView list(TenantId centre, String id) {
        return submissions.find(id, as(centre, "examiner")).list();
    }

    SubmittedItem item(TenantId centre, String id, String code) {
        return submissions.find(id, as(centre, "examiner")).items().stream()
                .filter(item -> item.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    CallContext as(TenantId tenant, String account) {
        return CallContext.system(tenant, network.now(), "test").by(Actor.platform(account, account));
    }

    /** Has the city do what it does with a list of which it keeps everything. */
    void forward(String id, String... codes) {
        for (String code : codes) {
            judge(YANTAI, id, ExaminationOutcome.KEEP, code);
        }
        conclude(YANTAI, id);
        carry();
    }
}
