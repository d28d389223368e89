package org.yichuang.year;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.persistence.EntityManagerFactory;
import org.yichuang.cases.api.Cases;
import org.yichuang.cases.api.CommandGate;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.internal.TemplateRegistry;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.indicators.api.Indicator;
import org.yichuang.journal.api.EventListener;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.LinkedModule;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.licences.internal.BanGate;
import org.yichuang.licences.internal.Bans;
import org.yichuang.licences.internal.Certificates;
import org.yichuang.licences.internal.ExpiryJob;
import org.yichuang.licences.internal.Holdings;
import org.yichuang.licences.internal.LicenceDecisions;
import org.yichuang.licences.internal.LicenceFigures;
import org.yichuang.licences.internal.LicenceMessages;
import org.yichuang.licences.internal.MatterGate;
import org.yichuang.licences.internal.QuotaGate;
import org.yichuang.licences.internal.Register;
import org.yichuang.licences.internal.RegisterMail;
import org.yichuang.licences.internal.RegisterReminders;
import org.yichuang.licences.internal.Renewals;
import org.yichuang.licences.internal.document.LicenceDocumentTemplate;
import org.yichuang.licences.internal.domain.Ban;
import org.yichuang.licences.internal.domain.Licence;
import org.yichuang.licences.internal.persistence.BanRows;
import org.yichuang.licences.internal.persistence.GrantRows;
import org.yichuang.licences.internal.persistence.LicenceRows;
import org.yichuang.licences.internal.persistence.MatterRows;
import org.yichuang.licences.internal.persistence.QuotaRows;
import org.yichuang.testing.TestEpochs;
import org.yichuang.testing.TestNode;
import org.yichuang.testing.centres.TestCentres;

/** The register of results, as its wiring file puts it together; nobody is told anything. */
final class YearRegister {
    private static final String WORD = "licences";

    static final String CHANGES = "db/changelog/licences.xml";

    final LicenceDecisions decisions;
    final LinkedModule mail;
    final LeasedJob expiry;
    final EventListener listener;
    final List<CommandGate> gates;
    private final Transactions transactions;
    private final LicenceRows rows;
    private final LicenceFigures figures;

    YearRegister(
            TestNode node,
            Transactions transactions,
            TestCentres centres,
            DocumentService documents,
            Certificates certificates,
            Cases cases) {
        this.transactions = transactions;
        centres.all().forEach(centre -> centres.switchModule(centre.id(), WORD, true));
        PersonalDataCipher cipher = World.cipher();
        EntityManagerFactory entities = node.entities(WORD);
        rows = new LicenceRows(entities, cipher);
        figures = new LicenceFigures(entities);
        Holdings holdings = new Holdings(rows, new MatterRows(entities), new GrantRows(entities), cases);
        QuotaRows quotas = new QuotaRows(entities);
        LicenceMessages messages = new LicenceMessages(YearRatings.nobody(), centres);
        Bans bans = new Bans(transactions, new BanRows(entities), rows, centres);
        decisions = new LicenceDecisions(transactions, holdings, documents, messages, certificates, bans);
        Register register = new Register(
                holdings, quotas, cases, certificates, (account, unit) -> account.startsWith(Visit.APPLICANT), centres);
        listener = register;
        mail = new RegisterMail(
                transactions,
                register,
                holdings,
                messages,
                documents,
                centres,
                new RegisterReminders(holdings, new TestEpochs()));
        expiry = new ExpiryJob(transactions, rows, new Renewals(holdings, certificates), messages, centres);
        gates = List.of(
                new BanGate(bans, certificates),
                new QuotaGate(quotas, certificates, holdings),
                new MatterGate(holdings, certificates));
        node.prove(new JpaChainHeads("licence", entities, transactions, Licence.class));
        node.prove(new JpaChainHeads("licence-ban", entities, transactions, Ban.class));
    }

    static void bind(TemplateRegistry templates) {
        Arrays.stream(LicenceDocumentTemplate.values()).forEach(templates::bound);
    }

    /** A result of a centre's register, as it is read at a moment. */
    Optional<Licence> find(String id, CallContext call) {
        return transactions.read(call, unit -> read(id, unit));
    }

    private Optional<Licence> read(String id, UnitOfWork unit) {
        Optional<Licence> found = rows.find(id, unit);
        found.ifPresent(Licence::content);
        return found;
    }

    /** The figures of the module. */
    List<Indicator> indicators() {
        return figures.indicators();
    }
}
