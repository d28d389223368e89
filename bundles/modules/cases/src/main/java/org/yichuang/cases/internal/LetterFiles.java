package org.yichuang.cases.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.internal.domain.BranchAddress;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.LinkedCaseMessage;
import org.yichuang.cases.internal.domain.StoredFile;
import org.yichuang.cases.internal.domain.StoredFile.About;
import org.yichuang.cases.internal.domain.StoredFiles;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.FileStore;
import org.yichuang.documents.api.FileStore.HandedIn;
import org.yichuang.documents.api.FileStore.Received;
import org.yichuang.journal.api.LinkedModule.Attachment;
import org.yichuang.journal.api.LinkedModule.Content;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenants;

/** The files that travel with letters about cases, at their sender and at their receiver. */
final class LetterFiles {
    private static final Logger LOG = LoggerFactory.getLogger(LetterFiles.class);

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

    /** Keeps the files of a letter; one that would not be taken of an applicant either is left behind. */
    void keep(LinkedCaseMessage letter, Map<String, Attachment> carried, String number, UnitOfWork unit) {
        Set<String> ids = letter.files().stream().map(MaterialView::file).collect(Collectors.toSet());
        if (ids.isEmpty()) {
            return;
        }
        StoredFiles here = store.files(unit);
        Set<String> there = new HashSet<>();
        here.about(ids).forEach(about -> there.add(about.id()));
        Set<String> refused = new HashSet<>();
        // Whoever holds several in the file store does so in one order
        letter.files().stream()
                .filter(material -> there.add(material.file()))
                .sorted(Comparator.comparing(MaterialView::sha256))
                .forEach(material -> {
                    Attachment file = carried.get(material.file());
                    Optional<Received> taken = examined(file, unit);
                    taken.ifPresentOrElse(
                            received -> here.add(new StoredFile(
                                    about(file.file(), received, number),
                                    unit.context().at())),
                            () -> refused.add(material.sha256()));
                });
        if (!refused.isEmpty()) {
            letter.leaveBehind(refused);
        }
    }

    private static About about(String file, Received received, String number) {
        return new About(
                file,
                received.name(),
                received.type().mediaType(),
                received.kept().sha256(),
                received.kept().size(),
                "",
                number);
    }

    private Optional<Received> examined(Attachment file, UnitOfWork unit) {
        HandedIn handedIn = new HandedIn(file.name(), file.mediaType(), Uploads.LARGEST);
        try {
            return Optional.of(files.receive(handedIn, file.sha256(), unit));
        } catch (ProblemException e) {
            if (e.code() != DocumentError.FILE_REFUSED) {
                throw e;
            }
            LOG.warn(
                    "{}: file {} of another centre is left behind: {}",
                    unit.context().tenant(),
                    file.file(),
                    e.code());
            return Optional.empty();
        }
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

    /** The files that a letter names and that are of the case of which it is. */
    List<Attachment> attachments(TenantId sender, LinkedCaseMessage letter) {
        if (letter.files().isEmpty()) {
            return List.of();
        }
        String number = BranchAddress.caseOf(letter.senderCase());
        CallContext context = system(sender);
        List<StoredFile> named = transactions.read(context, unit -> {
            StoredFiles here = store.files(unit);
            return letter.files().stream()
                    .flatMap(material -> here.find(material.file()).stream())
                    .filter(file -> number.equals(file.about().caseNumber()))
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

    /** Which of some files, by their digests, are not here yet. */
    Set<String> missing(TenantId receiver, Set<String> sha256s) {
        Set<String> missing = new HashSet<>(sha256s);
        missing.removeAll(files.kept(sha256s, system(receiver)));
        return missing;
    }

    /** Keeps a file that no case has yet; what nobody takes for its own is removed after a day. */
    void keep(TenantId receiver, InputStream content) throws IOException {
        files.keep(content, Uploads.LARGEST, system(receiver));
    }

    private CallContext system(TenantId centre) {
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
