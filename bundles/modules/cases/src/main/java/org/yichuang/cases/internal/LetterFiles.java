package org.yichuang.cases.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.LinkedCaseMessage;
import org.yichuang.cases.internal.domain.StoredFile;
import org.yichuang.cases.internal.domain.StoredFile.About;
import org.yichuang.cases.internal.domain.StoredFiles;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.documents.api.FileStore;
import org.yichuang.journal.api.LinkedModule.Attachment;
import org.yichuang.journal.api.LinkedModule.Content;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** The files that travel with letters, each once to whoever lacks it. */
final class LetterFiles {
    private final Transactions transactions;
    private final CaseRepositories store;
    private final FileStore files;
    private final Tenants tenants;

    LetterFiles(Transactions transactions, CaseRepositories store, FileStore files, Tenants tenants) {
        this.transactions = transactions;
        this.store = store;
        this.files = files;
        this.tenants = tenants;
    }

    /** What a scanner has found something in stays here: the letter leaves without it, and says so. */
    String withoutHarmful(String json, TenantId sender) {
        LinkedCaseMessage letter = Json.read(json, LinkedCaseMessage.class);
        Set<String> carried = letter.files().stream().map(MaterialView::sha256).collect(Collectors.toSet());
        CallContext context = system(sender);
        Set<String> harmful =
                carried.isEmpty() ? carried : transactions.read(context, unit -> files.infected(carried, unit));
        if (harmful.isEmpty()) {
            return json;
        }
        letter.leaveBehind(harmful);
        return Json.write(letter);
    }

    /** The files that a letter names. */
    List<Attachment> named(LinkedCaseMessage letter, TenantId sender) {
        if (letter.files().isEmpty()) {
            return List.of();
        }
        CallContext context = system(sender);
        List<StoredFile> named = transactions.read(context, unit -> {
            StoredFiles here = store.files(unit);
            return letter.files().stream()
                    .flatMap(material -> here.find(material.file()).stream())
                    .filter(file -> letter.senderCase().equals(file.about().caseNumber()))
                    .toList();
        });
        FileContents contents = new FileContents(files);
        named.forEach(file -> contents.requireOpen(file, context));
        return named.stream()
                .map(file -> attachment(file.about(), new Given(contents, file, context)))
                .toList();
    }

    private static Attachment attachment(About about, Content content) {
        return new Attachment(about.id(), about.name(), about.mediaType(), about.sha256(), about.size(), content);
    }

    /** Which of them a centre does not hold. */
    Set<String> missing(TenantId receiver, Set<String> sha256s) {
        Set<String> missing = new HashSet<>(sha256s);
        missing.removeAll(files.kept(sha256s, system(receiver)));
        return missing;
    }

    /** A file that no case has yet; what nobody takes for its own is removed after a day. */
    void keep(TenantId receiver, InputStream content) throws IOException {
        files.keep(content, Uploads.LARGEST, system(receiver));
    }

    /** A call of nobody in particular, for a centre's files. */
    CallContext system(TenantId centre) {
        return CallContext.system(centre, tenants.clock().instant(), "attachments");
    }

    /** The bytes of one that leaves. */
    private record Given(FileContents contents, StoredFile file, CallContext context) implements Content {
        @Override
        public byte[] read() {
            return contents.bytes(file, context);
        }

        @Override
        public void write(OutputStream to) throws IOException {
            contents.write(file, to, context);
        }
    }
}
