package org.yichuang.documents.internal.packages;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.DocumentService;
import org.yichuang.documents.api.DocumentService.DocumentView;
import org.yichuang.documents.api.DocumentService.State;
import org.yichuang.documents.api.FileNames;
import org.yichuang.documents.api.PackageService;
import org.yichuang.documents.internal.persistence.DocumentRows;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.CentreSigner;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.ChainHeadProvider;
import org.yichuang.journal.api.ChainHeadProvider.RowState;
import org.yichuang.journal.api.Journal;
import org.yichuang.journal.api.JournalChain;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.tenancy.api.Tenants;

/** Makes packages: what a module gives, the issued documents, the audit chains; listed, journaled, signed. */
public class DefaultPackageService implements PackageService {
    private static final String AGGREGATE = "package";
    private static final String ABOUT = "about";
    private static final int TRIES = 3;

    private final DocumentService documents;
    private final Journal journal;
    private final Transactions transactions;
    private final Tenants tenants;
    private final Iterable<CentreSigner> signers;
    private final ChainHeadProvider heads;

    /**
     * @param signers who can sign for a centre, as they come and go; the first is asked
     * @param heads where the audit chains of documents must end, as their rows have it
     */
    public DefaultPackageService(
            DocumentService documents,
            Journal journal,
            Transactions transactions,
            Tenants tenants,
            Iterable<CentreSigner> signers,
            ChainHeadProvider heads) {
        this.documents = documents;
        this.journal = journal;
        this.transactions = transactions;
        this.tenants = tenants;
        this.signers = signers;
        this.heads = heads;
    }

    @Override
    public Prepared prepare(Request request, CallContext context) {
        CentreSigner signer = signer();
        List<DocumentView> issued = documents.of(request.aggregateType(), request.aggregateId(), context);
        if (issued.stream().anyMatch(document -> document.state() == State.PENDING)) {
            throw ProblemException.of(DocumentError.DOCUMENT_PENDING);
        }
        List<Placed> files = new ArrayList<>();
        files.add(new Placed("README.txt", Map.of(), text(readme())));
        request.parts()
                .forEach(part -> files.add(new Placed(path(part.folder(), part.name()), Map.of(), part.content())));
        for (DocumentView document : issued) {
            files.add(document(document, files.size(), request, context));
        }
        JournalChain chain = journal.chain(request.aggregateType(), request.aggregateId(), context);
        files.add(log(request.aggregateType(), request.aggregateId(), chain, request.head()));
        for (DocumentView document : issued) {
            files.add(log(document.id(), context));
        }
        requireUnique(files);
        Map<String, Object> manifest = manifest(request, chain, context);
        return new Prepared(
                FileNames.portable(request.aggregateId() + ".zip"),
                to -> write(files, manifest, request, signer, to, context));
    }

    private CentreSigner signer() {
        Iterator<CentreSigner> all = signers.iterator();
        if (!all.hasNext()) {
            throw new ProblemException(
                    CommonError.UNAVAILABLE, LocalizedMessage.of(DefaultPackageService.class, "signer.missing"));
        }
        return all.next();
    }

    private static String path(String folder, String name) {
        if (!folder.matches("[a-z]+") || !name.equals(FileNames.portable(name))) {
            throw new IllegalArgumentException("No place for a file: " + folder + "/" + name);
        }
        return folder + "/" + name;
    }

    /** Also where a file system knows no capitals. */
    private static void requireUnique(List<Placed> files) {
        Set<String> names = new HashSet<>();
        for (Placed file : files) {
            if (!names.add(file.name().toLowerCase(Locale.ROOT))) {
                throw new IllegalArgumentException("Two files in one place: " + file.name());
            }
        }
    }

    private Placed document(DocumentView document, int place, Request request, CallContext context) {
        return new Placed(
                "documents/" + place + "-" + FileNames.portable(document.number() + ".pdf"),
                inOrder(ABOUT, DocumentRows.TYPE + "/" + document.id(), "inForce", document.isInForce()),
                to -> documents.write(document.id(), request.aggregateType(), request.aggregateId(), to, context));
    }

    /** A document's chain, and where its row says that it ends; one that goes on meanwhile is read anew. */
    private Placed log(String document, CallContext context) {
        for (int i = 0; i < TRIES; i++) {
            ChainHead head = head(document, context);
            JournalChain chain = journal.chain(DocumentRows.TYPE, document, context);
            if (head.equals(head(document, context))) {
                return log(DocumentRows.TYPE, document, chain, head);
            }
        }
        throw ProblemException.of(CommonError.CHANGED_MEANWHILE);
    }

    private ChainHead head(String document, CallContext context) {
        return heads.row(context.tenant(), document).flatMap(RowState::head).orElse(ChainHead.START);
    }

    private static Placed log(String type, String id, JournalChain chain, ChainHead head) {
        byte[] log = LogFile.of(type, id, chain, head);
        return new Placed(
                "log/" + FileNames.portable(type + "-" + id + ".json"),
                Map.of(ABOUT, type + "/" + id),
                to -> to.write(log));
    }

    private Map<String, Object> manifest(Request request, JournalChain chain, CallContext context) {
        Map<String, Object> manifest = new LinkedHashMap<>();
        manifest.put("format", "yichuang-package-1");
        manifest.put("centre", context.tenant().value());
        manifest.put("centreName", tenants.get(context.tenant()).name());
        manifest.put(ABOUT, request.aggregateType() + "/" + request.aggregateId());
        manifest.put("title", request.title());
        manifest.put("takenAt", context.at().toString());
        manifest.put("takenBy", context.actor().name());
        manifest.put(
                "withheld",
                request.withheld().stream()
                        .map(file -> inOrder("name", path(file.folder(), file.name()), "sha256", file.sha256()))
                        .toList());
        manifest.put("anchor", inOrder("number", chain.anchor(), "hash", chain.anchorHash()));
        return manifest;
    }

    /** The same at every time: whoever takes a package twice can compare the two. */
    private static Map<String, Object> inOrder(String first, Object its, String second, Object other) {
        Map<String, Object> both = new LinkedHashMap<>();
        both.put(first, its);
        both.put(second, other);
        return both;
    }

    private void write(
            List<Placed> files,
            Map<String, Object> manifest,
            Request request,
            CentreSigner signer,
            OutputStream to,
            CallContext context)
            throws IOException {
        PackageWriter writer = new PackageWriter(to, context.at());
        for (Placed file : files) {
            writer.add(file.name(), file.said(), file.content());
        }
        Map<String, Object> whole = new LinkedHashMap<>(manifest);
        whole.put("files", writer.files());
        byte[] listed = LogFile.json(whole);
        String sha256 = Digests.sha256(listed);
        writer.addUnlisted("manifest.json", listed);
        record(request, sha256, files.size(), context);
        CentreSigner.Signature signature = signer.sign(context.tenant(), AGGREGATE, sha256);
        Map<String, Object> signed = new LinkedHashMap<>();
        signed.put("algorithm", "Ed25519");
        signed.put("keyId", signature.keyId());
        signed.put("publicKey", signature.publicKey());
        signed.put("signature", signature.value());
        writer.addUnlisted("signature.json", LogFile.json(signed));
        writer.finish();
    }

    /** A chain of its own for each time, as all who look change nothing of what they look at. */
    private void record(Request request, String sha256, int files, CallContext context) {
        Map<String, String> details = Map.of(
                "type", request.aggregateType(),
                "id", request.aggregateId(),
                "manifest", sha256,
                "files", Integer.toString(files));
        AuditEntry entry = new AuditEntry(AGGREGATE, Ids.next(context.at()), "take", "", "", details);
        transactions.write(context.withoutKey(), Boolean.class, unit -> {
            unit.record(entry, ChainHead.START);
            return true;
        });
    }

    private static Bytes text(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return to -> to.write(bytes);
    }

    /** In both languages: whoever opens the package has no settings here. */
    private static String readme() {
        LocalizedMessage words = LocalizedMessage.of(DefaultPackageService.class, "readme");
        return words.zh() + "\n" + words.en();
    }

    /** A file of the package in its place, and what the manifest says of it. */
    private record Placed(String name, Map<String, Object> said, Bytes content) {}
}
