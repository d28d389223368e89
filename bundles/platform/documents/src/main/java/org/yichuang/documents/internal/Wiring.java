package org.yichuang.documents.internal;

import java.util.List;
import javax.persistence.EntityManagerFactory;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.FileStore;
import org.yichuang.documents.api.PackageService;
import org.yichuang.documents.internal.domain.IssuedDocument;
import org.yichuang.documents.internal.domain.NumberSeries;
import org.yichuang.documents.internal.domain.OwnText;
import org.yichuang.documents.internal.files.DatabaseFileStore;
import org.yichuang.documents.internal.files.FileBytes;
import org.yichuang.documents.internal.files.FileHeads;
import org.yichuang.documents.internal.files.FileRows;
import org.yichuang.documents.internal.files.FileUpkeep;
import org.yichuang.documents.internal.packages.DefaultPackageService;
import org.yichuang.documents.internal.persistence.DocumentRows;
import org.yichuang.documents.internal.persistence.OwnTextRows;
import org.yichuang.documents.internal.scan.FileScans;
import org.yichuang.documents.internal.scan.InfectedFiles;
import org.yichuang.documents.internal.scan.ScanJob;
import org.yichuang.documents.internal.scan.UnscannedFiles;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.api.PersonalDataHolder;
import org.yichuang.journal.api.CentreSigner;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.tenancy.api.Tenants;

/** Puts files and documents together. */
public class Wiring {
    private final EntityManagerFactory entities;
    private final Transactions transactions;
    private final PersonalDataCipher cipher;
    private final Tenants tenants;
    private final FileRows fileRows;
    private final FileScans scans;
    private final DatabaseFileStore files;
    private final DocumentRows rows;
    private final Printer printer;
    private final FileUpkeep upkeep;
    private final DefaultDocumentTexts texts;
    private final UnsoundTexts unsound;
    private final DocumentService documents;

    public Wiring(
            EntityManagerFactory entities,
            Transactions transactions,
            PersonalDataCipher cipher,
            Registries registries,
            Tenants tenants,
            PlatformClock clock) {
        TemplateRegistry templates = registries.templates();
        this.entities = entities;
        this.transactions = transactions;
        this.cipher = cipher;
        this.tenants = tenants;
        DatabaseFileStore.removeLeftOvers(clock.machine().instant());
        fileRows = new FileRows(entities);
        FileBytes bytes = new FileBytes(transactions, cipher);
        scans = new FileScans(fileRows, transactions, bytes, registries.scanners(), tenants.clock(), clock.machine());
        files = new DatabaseFileStore(fileRows, bytes, transactions, scans);
        rows = new DocumentRows(entities, clock.machine());
        printer = new Printer(rows, new ContentSeal(cipher), files, transactions, tenants.clock());
        upkeep = new FileUpkeep(files, transactions, clock.machine());
        OwnTextRows ownTexts = new OwnTextRows(entities);
        texts = new DefaultDocumentTexts(templates, ownTexts, transactions, tenants);
        unsound = new UnsoundTexts(templates, ownTexts, transactions, tenants);
        documents = new DefaultDocumentService(registries, texts, printer, files, transactions, tenants);
    }

    /** The store. */
    public FileStore files() {
        return files;
    }

    /** The service. */
    public DocumentService documents() {
        return documents;
    }

    /**
     * What makes packages.
     *
     * @param signers who can sign for a centre, as they come and go
     */
    public PackageService packages(Journal journal, List<CentreSigner> signers) {
        return new DefaultPackageService(documents, journal, transactions, tenants, signers, documentHeads());
    }

    /** The texts. */
    public DefaultDocumentTexts texts() {
        return texts;
    }

    /** The texts that modules cannot fill in any more. */
    public UnsoundTexts unsound() {
        return unsound;
    }

    /** What is still to be printed. */
    public PendingDocuments pending() {
        return new PendingDocuments(rows, transactions, tenants);
    }

    /** What prints. */
    public Printer printer() {
        return printer;
    }

    /** What removes files that nobody uses. */
    public LeasedJob upkeep() {
        return upkeep;
    }

    /** What prints that which was left over. */
    public LeasedJob printing() {
        return new PrintJob(printer, transactions, tenants);
    }

    /** What has files looked at. */
    public FileScans scans() {
        return scans;
    }

    /** Which files nobody has looked at. */
    public UnscannedFiles unscanned() {
        return new UnscannedFiles(scans, transactions, tenants);
    }

    /**
     * The files in which something was found.
     *
     * @param journal which knows what was found
     */
    public InfectedFiles infected(Journal journal) {
        return new InfectedFiles(fileRows, files, transactions, journal);
    }

    /** What has that looked at which was left over. */
    public LeasedJob scanning() {
        return new ScanJob(scans, unscanned(), tenants);
    }

    /** Under which master keys there is something. */
    public PersonalDataHolder keys() {
        return DocumentKeys.holder(transactions, tenants);
    }

    /** What puts files and documents under the newest master key. */
    public LeasedJob keyJob() {
        return DocumentKeys.job(printer, files, transactions, cipher);
    }

    /** What the audit proves: files with their bytes. */
    public ChainHeadProvider fileHeads() {
        return new FileHeads(entities, transactions);
    }

    /** What the audit proves: documents. */
    public ChainHeadProvider documentHeads() {
        return heads(DocumentRows.TYPE, IssuedDocument.class);
    }

    /** What the audit proves: the last numbers. */
    public ChainHeadProvider seriesHeads() {
        return heads(DocumentRows.SERIES, NumberSeries.class);
    }

    /** What the audit proves: the centres' own texts. */
    public ChainHeadProvider textHeads() {
        return heads(OwnTextRows.TYPE, OwnText.class);
    }

    private JpaChainHeads heads(String type, Class<?> entity) {
        return new JpaChainHeads(type, entities, transactions, entity);
    }
}
