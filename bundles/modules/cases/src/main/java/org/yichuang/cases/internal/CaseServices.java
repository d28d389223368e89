package org.yichuang.cases.internal;

import java.time.Clock;
import java.util.List;
import java.util.function.LongSupplier;
import javax.persistence.EntityManagerFactory;
import org.yichuang.cases.api.CasePackages;
import org.yichuang.cases.api.RetentionGuard;
import org.yichuang.cases.internal.document.SigningOrgans;
import org.yichuang.cases.internal.packages.CaseTexts;
import org.yichuang.cases.internal.packages.DefaultCasePackages;
import org.yichuang.cases.internal.persistence.CaseRemoval;
import org.yichuang.cases.internal.persistence.DraftRows;
import org.yichuang.cases.internal.persistence.HearingRows;
import org.yichuang.cases.internal.persistence.JpaCaseRepositories;
import org.yichuang.cases.internal.persistence.OrphanRows;
import org.yichuang.cases.internal.persistence.QuotaRows;
import org.yichuang.cases.internal.persistence.RetentionRows;
import org.yichuang.cases.internal.persistence.UpkeepRows;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.documents.api.FileStore;
import org.yichuang.documents.api.PackageService;
import org.yichuang.identity.api.AccountDirectory;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.Unmasking;
import org.yichuang.journal.api.Epochs;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.WaitingMessages;
import org.yichuang.notices.api.NoticeService;
import org.yichuang.tenancy.api.ModuleRegistry;
import org.yichuang.tenancy.api.Tenants;

/** Puts the services and jobs of cases together, so that the wiring file names them and not the parts of each. */
public final class CaseServices {
    private final Transactions transactions;
    private final Tenants tenants;
    private final FileStore files;
    private final JpaCaseRepositories store;
    private final CaseResults results;
    private final CaseLedger ledger;
    private final DefaultCaseService service;
    private final DefaultJointCases joint;
    private final DefaultCaseReception reception;
    private final DefaultKnownApplicants knownApplicants;
    private final CaseDocuments documents;
    private final CaseUpkeep upkeep;
    private final PersonalDataRotation.Content content;
    private final CaseKeys keys;
    private final Drafts drafts;
    private final QuotaPrecheck precheck;
    private final LetterCheck letters;
    private final EntityManagerFactory entities;
    private final PersonalDataCipher cipher;
    private final WaitingMessages waiting;
    private final Epochs epochs;

    /**
     * @param gates what other modules say to commands
     * @param waiting what waits for other centres
     */
    public CaseServices(
            CaseGround ground,
            Gates gates,
            Catalogue catalogue,
            PersonalDataCipher cipher,
            WaitingMessages waiting,
            Unmasking unmasking) {
        this.cipher = cipher;
        this.waiting = waiting;
        entities = ground.entities();
        transactions = ground.transactions();
        tenants = ground.tenants();
        files = ground.files();
        store = new JpaCaseRepositories(ground.entities(), cipher, files);
        SigningOrgans organs = new SigningOrgans(tenants, ground.departments());
        IssuedDocuments issuedDocuments = new IssuedDocuments(ground.documents(), catalogue, organs);
        results = new CaseResults(issuedDocuments, tenants);
        epochs = ground.epochs();
        ledger = new CaseLedger(store, tenants, gates, issuedDocuments, epochs);
        documents = new CaseDocuments(transactions, ledger, ground.documents(), tenants);
        letters = new LetterCheck(catalogue, tenants);
        Quotas quotas = new Quotas(tenants, new QuotaRows());
        precheck = new QuotaPrecheck(transactions, quotas);
        service = new DefaultCaseService(
                new GatedTransactions(transactions, ground.journal()),
                store,
                ledger,
                new Intake(catalogue, tenants, quotas),
                new CaseReads(transactions, ledger, ground.journal(), tenants, unmasking, ground.departments()),
                new Uploads(transactions, store, files, quotas));
        joint = new DefaultJointCases(service, transactions, ledger, tenants, ground.departments());
        reception = new DefaultCaseReception(service, store, ledger);
        knownApplicants = new DefaultKnownApplicants(transactions, ledger, tenants, unmasking);
        upkeep = new CaseUpkeep(transactions, ledger, new UpkeepRows(), tenants);
        DraftRows draftRows = new DraftRows(cipher);
        drafts = new Drafts(transactions, draftRows, quotas);
        content = new PersonalDataRotation.Content(store, ledger, draftRows, waiting, cipher);
        keys = new CaseKeys(transactions, waiting, cipher, tenants);
    }

    public DefaultCaseService service() {
        return service;
    }

    public DefaultJointCases joint() {
        return joint;
    }

    public DefaultCaseReception reception() {
        return reception;
    }

    public DefaultKnownApplicants knownApplicants() {
        return knownApplicants;
    }

    public QuotaPrecheck precheck() {
        return precheck;
    }

    public CaseDocuments documents() {
        return documents;
    }

    public Drafts drafts() {
        return drafts;
    }

    public CaseUpkeep upkeep() {
        return upkeep;
    }

    public CaseTimer timer(CaseSettings settings) {
        return new CaseTimer(upkeep, tenants, settings);
    }

    public PersonalDataRotation rotation() {
        return rotation(System::nanoTime);
    }

    /** @param nanos as {@link System#nanoTime()} */
    PersonalDataRotation rotation(LongSupplier nanos) {
        return new PersonalDataRotation(transactions, content, nanos);
    }

    public CaseKeys keys() {
        return keys;
    }

    /**
     * @param machineClock what is old by a rehearsed time alone is kept
     * @param settings how long files that belong to nothing are kept
     */
    public OrphanCleanup orphanCleanup(Clock machineClock, CaseSettings settings) {
        return new OrphanCleanup(transactions, new OrphanRows(files), machineClock, settings);
    }

    public CaseRecords records() {
        return new CaseRecords(store, results, ledger);
    }

    /** What tells applicants of files in which a virus was found. */
    public InfectedFileNotices infectedFiles(AccountDirectory accounts, NoticeService notices) {
        return new InfectedFileNotices(files, store, records(), accounts, notices, tenants, ledger);
    }

    /** @param packages what makes packages of what they are given */
    public CasePackages packages(PackageService packages, Catalogue catalogue, Unmasking unmasking) {
        return new DefaultCasePackages(
                new WholeCaseReads(transactions, store, ledger, files, documents),
                new CaseTexts(catalogue),
                packages,
                unmasking);
    }

    public LinkedCases linked() {
        CaseReminders reminders = new CaseReminders(ledger, epochs, new RetentionRows(entities));
        return new LinkedCases(transactions, store, files, ledger, tenants, letters, reminders);
    }

    public CaseDepartments departments() {
        return new CaseDepartments(transactions, store);
    }

    public CaseStatistics statistics() {
        return new CaseStatistics(transactions, store);
    }

    public CaseTimes times() {
        return new CaseTimes(transactions, ledger, tenants);
    }

    public HearingAnnouncements hearings() {
        return new HearingAnnouncements(transactions, store, new HearingRows());
    }

    /**
     * What is kept for its years, and then no longer.
     *
     * @param guards what other modules still need
     * @param machineClock what is old by a rehearsed time alone is kept
     */
    public RetentionServices retention(List<RetentionGuard> guards, ModuleRegistry modules, Clock machineClock) {
        RetentionRows rows = new RetentionRows(entities);
        RetentionWork work = new RetentionWork(rows, guards, waiting, tenants, modules, machineClock);
        return new RetentionServices(
                new CaseRetention(transactions, work),
                new RemovalJob(transactions, work, store, new CaseRemoval(entities, cipher, files)));
    }

    /** What a terminal in the hall asks. */
    public KioskEnquiries kiosk() {
        return new KioskEnquiries(transactions, ledger, service, tenants);
    }

    public CaseIndicators indicators() {
        return new CaseIndicators(store, tenants);
    }
}
