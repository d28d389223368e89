package org.yichuang.cases.internal;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.persistence.EntityManagerFactory;
import org.yichuang.cases.internal.document.CaseDocumentTemplate;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.Request;
import org.yichuang.documents.api.PackageService;
import org.yichuang.documents.internal.Registries;
import org.yichuang.documents.internal.TemplateRegistry;
import org.yichuang.documents.internal.Wiring;
import org.yichuang.documents.internal.domain.Block;
import org.yichuang.documents.internal.domain.TemplateText;
import org.yichuang.documents.internal.scan.ScanSettings;
import org.yichuang.documents.internal.scan.ScannerRegistry;
import org.yichuang.identity.api.PersonalDataCipher;
import org.yichuang.journal.api.CentreSigner;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.LeasedJob;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.PlatformClock;
import org.yichuang.tenancy.api.Tenants;
import org.yichuang.testing.centres.TestModules;

/** The documents module with the templates of cases; nothing is printed behind a test's back. */
final class TestDocuments {
    private final Wiring wiring;
    private final List<Request> issued = new ArrayList<>();

    /** @param entities the persistence unit {@code documents} */
    TestDocuments(
            EntityManagerFactory entities,
            Transactions transactions,
            PersonalDataCipher cipher,
            Tenants tenants,
            PlatformClock clock) {
        TemplateRegistry templates = new TemplateRegistry(new TestModules());
        Arrays.stream(CaseDocumentTemplate.values()).forEach(templates::bound);
        Registries registries = new Registries(templates, new ScannerRegistry(new ScanSettings(null)));
        wiring = new Wiring(entities, transactions, cipher, registries, tenants, clock);
        wiring.printer().stop();
    }

    /** The service, which remembers what it has issued. */
    DocumentService service() {
        DocumentService real = wiring.documents();
        return (DocumentService) Proxy.newProxyInstance(
                DocumentService.class.getClassLoader(),
                new Class<?>[] {DocumentService.class},
                (self, method, given) -> {
                    try {
                        Object answer = method.invoke(real, given);
                        if (method.getName().equals("issue")) {
                            issued.add((Request) given[0]);
                        }
                        return answer;
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    /** What the last document says: its title, who speaks to whom, its paragraphs. */
    String last() {
        return said(issued.size() - 1);
    }

    /** What the last one of a kind says. */
    String last(String kind) {
        int which = IntStream.range(0, issued.size())
                .filter(each -> issued.get(each).kind().equals(kind))
                .max()
                .orElseThrow();
        return said(which);
    }

    /** How many documents have been issued. */
    int issued() {
        return issued.size();
    }

    /** What one of them says. */
    String said(int which) {
        Request request = issued.get(which);
        CaseDocumentTemplate template = CaseDocumentTemplate.of(request.kind()).orElseThrow();
        return new TemplateText(template.title()).line(request.facts()) + "\n" + request.organ() + "\n"
                + request.addressee() + "\n"
                + new TemplateText(template.text())
                        .fill(request.facts()).stream().map(TestDocuments::line).collect(Collectors.joining("\n"));
    }

    private static String line(Block block) {
        if (block instanceof Block.Row row) {
            return row.name() + "：" + row.value();
        }
        if (block instanceof Block.Heading heading) {
            return heading.text();
        }
        if (block instanceof Block.Remedies remedies) {
            return String.join("\n", remedies.paragraphs());
        }
        return block instanceof Block.Point point
                ? point.number() + "．" + point.text()
                : ((Block.Paragraph) block).text();
    }

    /** What makes packages with these documents, as the documents bundle has it. */
    PackageService packages(Journal journal, CentreSigner signer) {
        return wiring.packages(journal, List.of(signer));
    }

    /** Where the chains of documents end. */
    ChainHeadProvider heads() {
        return wiring.documentHeads();
    }

    LeasedJob job() {
        return wiring.printing();
    }
}
