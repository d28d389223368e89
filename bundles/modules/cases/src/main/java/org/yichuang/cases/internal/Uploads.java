package org.yichuang.cases.internal;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseService.Content;
import org.yichuang.cases.api.CaseService.Upload;
import org.yichuang.cases.internal.domain.CaseRepositories;
import org.yichuang.cases.internal.domain.MediaTypes;
import org.yichuang.cases.internal.domain.StoredFile;
import org.yichuang.cases.internal.domain.StoredFile.About;
import org.yichuang.cases.internal.domain.Submission;
import org.yichuang.journal.api.AuditEntry;
import org.yichuang.journal.api.ChainHead;
import org.yichuang.journal.api.Transactions;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.Digests;
import org.yichuang.kernel.api.Ids;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TextRules;

/** Takes files in and gives them out; that somebody of the staff has opened one is journaled before he has it. */
public class Uploads {
    /** The largest file, in bytes. */
    public static final int LARGEST = 10 << 20;

    private static final int LONGEST_NAME = 200;
    private static final String FIELD = "file";

    private final Transactions transactions;
    private final CaseRepositories store;
    private final Quotas quotas;

    /** @param quotas how much one account may leave */
    public Uploads(Transactions transactions, CaseRepositories store, Quotas quotas) {
        this.quotas = quotas;
        this.transactions = transactions;
        this.store = store;
    }

    Upload take(String fileName, String mediaType, InputStream content, CallContext context) {
        byte[] bytes = read(content);
        Optional<MediaTypes> type = MediaTypes.of(bytes);
        if (type.isEmpty()) {
            throw invalid(LocalizedMessage.of(Uploads.class, "file.type-not-taken", MediaTypes.taken()));
        }
        if (!type.get().agrees(mediaType)) {
            throw invalid(LocalizedMessage.of(Uploads.class, "file.content-of-other-type"));
        }
        About about = new About(
                Ids.next(context.at()),
                name(fileName),
                type.get().mediaType(),
                Digests.sha256(bytes),
                bytes.length,
                context.actor().account(),
                null);
        return transactions.write(context, Upload.class, unit -> {
            quotas.require(Quotas.Kind.UPLOADS, unit);
            store.files(unit).add(new StoredFile(about, about.owner(), null, context.at(), bytes));
            return new Upload(about.id(), about.name(), about.mediaType(), about.size(), about.sha256());
        });
    }

    Content content(String number, String file, CallContext context) {
        Visibility visibility = Visibility.of(context.actor());
        if (!visibility.opensFiles()) {
            throw new ProblemException(CommonError.NOT_ALLOWED, LocalizedMessage.of(Uploads.class, "material.closed"));
        }
        Opened opened = transactions.read(context, unit -> {
            Submission submission =
                    Access.seen(store.cases(unit).get(number), context).submission();
            StoredFile stored = store.files(unit)
                    .find(file)
                    .filter(found -> number.equals(found.about().caseNumber()))
                    .orElseThrow(() -> new ProblemException(
                            CommonError.NOT_FOUND, LocalizedMessage.of(Uploads.class, "file.unknown")));
            String code = submission.materials().stream()
                    .filter(material -> file.equals(material.file()))
                    .map(material -> Objects.toString(material.code(), ""))
                    .findFirst()
                    .orElse("");
            return new Opened(
                    code, new Content(stored.about().name(), stored.about().mediaType(), stored.content()));
        });
        if (visibility != Visibility.OWN) {
            journal(number, file, opened.code(), context);
        }
        return opened.content();
    }

    /** A file, and for which material it stands. */
    private record Opened(String code, Content content) {}

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

    private static byte[] read(InputStream content) {
        try {
            byte[] bytes = content.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw invalid(LocalizedMessage.of(Uploads.class, "file.too-large"));
            }
            if (bytes.length == 0) {
                throw invalid(LocalizedMessage.of(Uploads.class, "file.empty"));
            }
            return bytes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Only the last part of what may be a path, without anything that a terminal or a header would obey. */
    private static String name(String given) {
        String name = given == null
                ? ""
                : TextRules.cleaned(given.replaceAll("(?s).*[/\\\\]", "").replaceAll("[\\p{Cntrl}\"]", ""));
        return TextRules.isBlank(name) ? FIELD : TextRules.last(name, LONGEST_NAME);
    }

    private static ProblemException invalid(LocalizedMessage message) {
        return ProblemException.field(CaseError.MATERIAL_INVALID, FIELD, message);
    }
}
