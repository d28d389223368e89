package org.yichuang.cases.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseService.Content;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.StoredFile;
import org.yichuang.cases.internal.domain.StoredFile.About;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.documents.api.DocumentError;
import org.yichuang.documents.api.FileStore;
import org.yichuang.documents.api.FileStore.HandedIn;
import org.yichuang.documents.api.FileStore.Received;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Transactions;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Takes files in and gives them out; that somebody of the staff has opened one is journaled before he has it. */
public class Uploads {
    /** The largest file, in bytes. */
    public static final int LARGEST = 10 << 20;

    /** The field of a form that files come in. */
    private static final String FIELD = "file";

    private final Transactions transactions;
    private final CaseRepositories store;
    private final FileStore files;
    private final FileContents contents;
    private final Quotas quotas;

    /** @param quotas how much one account may leave */
    public Uploads(Transactions transactions, CaseRepositories store, FileStore files, Quotas quotas) {
        this.transactions = transactions;
        this.store = store;
        this.files = files;
        this.contents = new FileContents(files);
        this.quotas = quotas;
    }

    /**
     * The bytes first, in a transaction of the store: what is cut off behind it leaves bytes that nobody uses, which
     * the store removes, and never a file without its bytes.
     */
    Upload take(String fileName, String mediaType, InputStream content, CallContext context) {
        if (quotas.isSpent(Quotas.Kind.UPLOADS, context, transactions)) {
            return repeated(context);
        }
        Received taken = receive(new HandedIn(fileName, mediaType, LARGEST), content, context);
        About about = new About(
                Ids.next(context.at()),
                taken.name(),
                taken.type().mediaType(),
                taken.kept().sha256(),
                taken.kept().size(),
                context.actor().account(),
                null);
        return transactions.write(context, Upload.class, unit -> {
            quotas.require(Quotas.Kind.UPLOADS, unit);
            store.files(unit).add(new StoredFile(about, context.at()));
            return new Upload(about.id(), about.name(), about.mediaType(), about.size(), about.sha256());
        });
    }

    /** Nothing more is taken of the account today; what had been taken under this key is answered again. */
    private Upload repeated(CallContext context) {
        return transactions.write(context, Upload.class, unit -> {
            throw quotas.exceeded(Quotas.Kind.UPLOADS, context);
        });
    }

    private Received receive(HandedIn file, InputStream content, CallContext context) {
        try {
            return files.receive(file, content, context);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ProblemException e) {
            if (e.code() == DocumentError.FILE_REFUSED || e.code() == DocumentError.FILE_INFECTED) {
                throw ProblemException.field(CaseError.MATERIAL_INVALID, FIELD, e.message());
            }
            if (e.code() == DocumentError.FILE_TOO_LARGE) {
                throw ProblemException.field(
                        CaseError.MATERIAL_INVALID, FIELD, LocalizedMessage.of(Uploads.class, "file.too-large"));
            }
            throw e;
        }
    }

    Content content(String number, String file, CallContext context) {
        Visibility visibility = Visibility.of(context.actor());
        if (!visibility.opensFiles()) {
            throw new ProblemException(CommonError.NOT_ALLOWED, LocalizedMessage.of(Uploads.class, "material.closed"));
        }
        Opened opened = transactions.read(context, unit -> {
            Submission submission =
                    Access.seen(store.cases(unit).get(number), context).submission();
            StoredFile stored = ofCase(number, file, unit);
            String code = submission.materials().stream()
                    .filter(material -> file.equals(material.file()))
                    .map(material -> Objects.toString(material.code(), ""))
                    .findFirst()
                    .orElse("");
            return new Opened(code, stored);
        });
        contents.requireOpen(opened.file(), context);
        if (visibility != Visibility.OWN) {
            journal(number, file, opened.code(), context);
        }
        About about = opened.file().about();
        return new Content(
                about.name(), about.mediaType(), about.size(), to -> contents.write(opened.file(), to, context));
    }

    /** Has a file of a case looked at again in which a scanner has found something. */
    void scanAgain(String number, String file, String reason, CallContext context) {
        String sha256 = transactions.read(context, unit -> {
            Access.acting(store.cases(unit).get(number), context);
            return ofCase(number, file, unit).about().sha256();
        });
        files.scanAgain(sha256, reason, context);
    }

    private StoredFile ofCase(String number, String file, UnitOfWork unit) {
        return store.files(unit)
                .find(file)
                .filter(found -> number.equals(found.about().caseNumber()))
                .orElseThrow(() -> new ProblemException(
                        CommonError.NOT_FOUND, LocalizedMessage.of(Uploads.class, "file.unknown")));
    }

    /** A file, and for which material it stands. */
    private record Opened(String code, StoredFile file) {}

    /** A chain of its own for each time: whoever looks changes nothing of the case. */
    private void journal(String number, String file, String code, CallContext context) {
        Map<String, String> details =
                Map.of("type", CaseLedger.AGGREGATE, "id", number, "file", file, "fields", "material:" + code);
        AuditEntry entry = new AuditEntry("unmasking", Ids.next(context.at()), "open-material", "", "", details);
        transactions.write(context.withoutKey(), Boolean.class, unit -> {
            unit.record(entry, ChainHead.START);
            return true;
        });
    }
}
