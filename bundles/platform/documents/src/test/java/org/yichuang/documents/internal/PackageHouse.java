package org.yichuang.documents.internal;

import static org.yichuang.testing.centres.TestCentres.HAIYANG;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.yichuang.documents.api.PackageService;
import org.yichuang.documents.api.PackageService.Part;
import org.yichuang.documents.internal.domain.IssuedDocument;
import org.yichuang.documents.internal.files.DatabaseFileStore;
import org.yichuang.documents.internal.packages.DefaultPackageService;
import org.yichuang.documents.internal.persistence.DocumentRows;
import org.yichuang.documents.internal.persistence.OwnTextRows;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.identity.internal.EnvelopeCipher;
import org.yichuang.identity.internal.MasterKeys;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.CentreSigner;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.internal.JournalKeyDigests;
import org.yichuang.journal.internal.domain.ChainKey;
import org.yichuang.journal.rows.JpaChainHeads;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.tenancy.internal.DefaultModuleRegistry;
import org.yichuang.testing.ModuleTransactions;
import org.yichuang.testing.TestSigner;
import org.yichuang.testing.centres.TestCentres;

/** A case with three steps, a material and a document, and what makes a package of it. */
public final class PackageHouse {
    /** The bytes of the material. */
    public static final byte[] MATERIAL = "%PDF-1.7 a plan".repeat(1000).getBytes(StandardCharsets.US_ASCII);

    /** Who signs. */
    public final TestSigner signer = new TestSigner();

    /** Who can sign. */
    public final List<CentreSigner> signers = new ArrayList<>(List.of(signer));

    final ModuleTransactions transactions;
    final DefaultDocumentService documents;
    final PackageService packages;
    final String document;
    private final TestCentres province = new TestCentres();
    private final Printer printer;
    private ChainHead head = ChainHead.START;

    public PackageHouse(ModuleTransactions transactions) {
        this.transactions = transactions;
        JournalKeyDigests digests = new JournalKeyDigests(new ChainKey(new byte[32]));
        PersonalDataCipher cipher = new EnvelopeCipher(
                digests, MasterKeys.open(digests, Path.of("nowhere", "personal-data.keys")), () -> true, () -> true);
        TemplateRegistry templates = new TemplateRegistry(new DefaultModuleRegistry(null));
        templates.bound(new Receipt());
        DatabaseFileStore files = new DatabaseFileStore(transactions.persistenceUnit(), transactions, cipher);
        DocumentRows rows = new DocumentRows(transactions.persistenceUnit(), province.clock());
        printer = new Printer(rows, new ContentSeal(cipher), files, transactions, province.clock());
        printer.stop(); // nothing is printed behind the test's back
        documents = new DefaultDocumentService(
                new Registries(templates, null),
                new DefaultDocumentTexts(
                        templates, new OwnTextRows(transactions.persistenceUnit()), transactions, province),
                printer,
                files,
                transactions,
                province);
        packages = new DefaultPackageService(
                documents,
                transactions.journal(),
                transactions,
                province,
                signers,
                new JpaChainHeads(
                        DocumentRows.TYPE, transactions.persistenceUnit(), transactions, IssuedDocument.class));
        document = transactions.write(call(), String.class, unit -> documents
                .issue(Receipt.about("1"), unit)
                .id());
        for (String step : List.of("submit", "accept", "decide")) {
            head = transactions.write(
                    call(),
                    ChainHead.class,
                    unit -> unit.record(new AuditEntry("case", "1", step, "", "", Map.of("step", step)), head));
        }
    }

    /** Prints what has been issued. */
    public PackageHouse printed() {
        printer.print(document, call(), unit -> {});
        return this;
    }

    /** Takes the document back. */
    public PackageHouse revoked() {
        transactions.write(call(), Boolean.class, unit -> {
            documents.revoke(document, "已由新的文书代替", unit);
            return true;
        });
        return this;
    }

    CallContext call() {
        return CallContext.system(HAIYANG, province.now(), "t");
    }

    PackageService.Request request() {
        return request("食品经营许可");
    }

    /** @param title what people call the case */
    public PackageService.Request request(String title) {
        byte[] application = ("{\"materials\":[{\"packageFile\":\"materials/1-平面图.pdf\",\"sha256\":\""
                        + org.yichuang.kernel.api.Digests.sha256(MATERIAL) + "\"}]}")
                .getBytes(StandardCharsets.UTF_8);
        return new PackageService.Request(
                "case",
                "1",
                head,
                title,
                List.of(
                        new Part("application", "application.json", to -> to.write(application)),
                        new Part("materials", "1-平面图.pdf", to -> to.write(MATERIAL))));
    }

    /** The package. */
    public byte[] make() {
        return make(request());
    }

    /** A package of what is asked for. */
    public byte[] make(PackageService.Request request) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            packages.prepare(request, call()).content().writeTo(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }
}
