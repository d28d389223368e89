package org.yichuang.catalogue.internal;

import static org.junit.Assert.assertEquals;
import static org.junit.Assert.assertThrows;
import static org.yichuang.testing.centres.TestCentres.calling;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.AfterClass;
import org.junit.Before;
import org.junit.BeforeClass;
import org.yichuang.catalogue.api.Catalogue.Query;
import org.yichuang.catalogue.api.CatalogueEditing.ImportReport;
import org.yichuang.catalogue.api.DisclosureFieldSource;
import org.yichuang.catalogue.internal.persistence.Imports;
import org.yichuang.catalogue.internal.persistence.Items;
import org.yichuang.catalogue.internal.persistence.OpinionRows;
import org.yichuang.documents.api.FileStore;
import org.yichuang.documents.internal.FastExcelSpreadsheets;
import org.yichuang.documents.internal.files.DatabaseFileStore;
import org.yichuang.documents.internal.files.FileBytes;
import org.yichuang.documents.internal.files.FileRows;
import org.yichuang.documents.internal.files.ScanGate;
import org.yichuang.documents.internal.sheets.TableReader;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.PageRequest;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Departments.Department;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.centres.TestCentres;
import org.yichuang.testing.centres.TestDepartments;
import org.yichuang.testing.centres.TestModules;

/** A catalogue of all centres on a real database. */
public abstract class CatalogueWorld {
    static final String HEADINGS =
            "item_code,name,item_type,competent_department,implementing_org,exercise_level,acceptance_levels,"
                    + "has_pre_review,pre_review_level,promised_days,day_unit,case_type\n";

    static ModuleTransactions transactions;

    final Map<TenantId, List<Department>> lists = new HashMap<>();
    final List<DisclosureFieldSource> sources = new ArrayList<>();
    DisclosedFields fields;
    CatalogueDepartments departments;
    final TestCentres network = new TestCentres();
    PublishedCatalogue catalogue;
    EditedCatalogue editing;
    PublishedVersions offers;
    ImportPreviews previews;
    CatalogueExport export;
    DraftOpinions opinions;
    boolean scansFiles;
    FileStore files;
    SampleFiles samples;
    Items items;

    @BeforeClass
    public static void createDatabase() {
        transactions = ModuleTransactions.open("catalogue", "documents");
    }

    @AfterClass
    public static void dropDatabase() {
        transactions.close();
    }

    @Before
    public void open() {
        transactions.clear();
        items = new Items(transactions.persistenceUnit());
        offers = new PublishedVersions(transactions, network, items);
        catalogue = new PublishedCatalogue(transactions, network, items, offers);
        departments = new CatalogueDepartments(new TestDepartments(lists), network, transactions, items, catalogue);
        fields = new DisclosedFields(sources, transactions, network, new TestModules());
        opinions = new DraftOpinions(transactions, network, items, new OpinionRows(transactions.persistenceUnit()));
        FileImport imports = new FileImport(
                transactions,
                network,
                items,
                new Imports(transactions.persistenceUnit()),
                departments,
                fields,
                new TableReader(),
                opinions,
                new Roads(network, offers));
        PersonalDataCipher cipher = cipher();
        files = new DatabaseFileStore(
                new FileRows(transactions.persistenceUnit("documents")),
                new FileBytes(transactions, cipher),
                transactions,
                new ScanGate() {
                    @Override
                    public boolean isOn() {
                        return scansFiles;
                    }

                    @Override
                    public void wake(TenantId tenant, String file) {
                        // the test says itself what is found
                    }
                });
        previews = new ImportPreviews(imports, offers, items, files, cipher);
        samples = new SampleFiles(transactions, items, catalogue, files);
        export = new CatalogueExport(transactions, network, items, new FastExcelSpreadsheets());
        editing = new EditedCatalogue(transactions, network, items, offers, imports, departments, fields, opinions);
    }

    static PersonalDataCipher cipher() {
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        MasterKeys keys = MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys"));
        return new EnvelopeCipher(digests, keys, () -> true, () -> true);
    }

    void publish(TenantId tenant, String row) {
        ImportReport report = importCsv(HEADINGS + row + "\n", true, calling(tenant));
        assertEquals(report.details().toString(), 1, report.published());
    }

    ImportReport importCsv(String text, boolean publish, CallContext context) {
        byte[] bytes = withFees(text).getBytes(StandardCharsets.UTF_8);
        return editing.importFile("items.csv", new ByteArrayInputStream(bytes), publish, context);
    }

    /** A file whose rows say that nothing is charged, where it has no column for it: silence publishes nothing. */
    static String withFees(String csv) {
        return csv.lines().findFirst().orElse("").matches(".*,(fee|收费)(,.*)?")
                ? csv
                : csv.replaceFirst("\n", ",fee\n").replaceAll("(?<=[^\n])\n(?!\n)(?<!,fee\n)", ",不收费\n");
    }

    List<String> codes(TenantId tenant) {
        return catalogue.search(Query.ALL, PageRequest.of(200, null), calling(tenant)).items().stream()
                .map(item -> item.definition().code())
                .toList();
    }

    /** A call by somebody who has seen a version. */
    static CallContext expecting(TenantId tenant, long version) {
        CallContext call = calling(tenant);
        return new CallContext(
                call.tenant(), call.actor(), call.at(), call.requestId(), Optional.empty(), Optional.of(version));
    }

    static void refused(ErrorCode code, Runnable act) {
        assertEquals(code, assertThrows(ProblemException.class, act::run).code());
    }
}
