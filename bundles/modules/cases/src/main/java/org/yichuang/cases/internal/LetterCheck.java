package org.yichuang.cases.internal;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.internal.domain.CaseFile;
import org.yichuang.cases.internal.domain.ItemAgreement;
import org.yichuang.cases.internal.domain.LinkedCaseMessage;
import org.yichuang.cases.internal.domain.LinkedCaseMessage.Type;
import org.yichuang.cases.internal.domain.Submission.ItemLabels;
import org.yichuang.cases.internal.persistence.Json;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemVersion;
import org.yichuang.journal.api.LinkedModule.Attachment;
import org.yichuang.journal.api.LinkedModule.Incoming;
import org.yichuang.journal.api.UnitOfWork;
import org.yichuang.kernel.api.ErrorCode;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/** What is believed of a letter before any case hears of it. */
final class LetterCheck {
    private final Catalogue catalogue;
    private final Tenants tenants;

    LetterCheck(Catalogue catalogue, Tenants tenants) {
        this.catalogue = catalogue;
        this.tenants = tenants;
    }

    /**
     * What a letter says, as far as it can be so: in a form that is known here, whole, of its envelope, and of a file
     * that comes up its way, what the catalogue here says of its item.
     *
     * @throws ProblemException otherwise, so that its sender keeps it and is told why
     */
    LinkedCaseMessage read(Incoming message, UnitOfWork unit) {
        LinkedCaseMessage letter = bound(message);
        if (letter.type() == Type.FORWARD) {
            requireOnItsWay(letter, message.sender(), unit.context().tenant());
            judgeByKnownLaw(letter, unit);
        }
        return letter;
    }

    private static LinkedCaseMessage bound(Incoming message) {
        LinkedCaseMessage letter;
        try {
            // whatever a newer version says is not read at all
            Form form = Json.read(message.payload(), Form.class);
            if (form != null && form.version() > LinkedCaseMessage.VERSION) {
                throw invalid(LocalizedMessage.of(LetterCheck.class, "message.newer-version"));
            }
            letter = Json.read(message.payload(), LinkedCaseMessage.class);
        } catch (Json.Unreadable e) {
            throw invalid(LocalizedMessage.of(LetterCheck.class, "message.unreadable"));
        }
        boolean fits = letter != null
                && letter.isComplete()
                && letter.type().word().equals(message.type())
                && letter.senderCase().equals(message.aggregateId());
        if (!fits) {
            throw invalid(LocalizedMessage.of(LetterCheck.class, "message.does-not-fit-envelope"));
        }
        return letter;
    }

    /** A file comes from below, for a stage that is done here or above; whatever else comes of a centre above. */
    private void requireOnItsWay(LinkedCaseMessage letter, TenantId sender, TenantId here) {
        List<Tenant> way = tenants.lineage(here);
        if (way.stream().anyMatch(centre -> centre.id().equals(sender))) {
            throw invalid(LocalizedMessage.of(LetterCheck.class, "message.from-above"));
        }
        String next = letter.nextStage().centre();
        if (way.stream().noneMatch(centre -> centre.id().value().equals(next))) {
            throw invalid(LocalizedMessage.of(LetterCheck.class, "message.stage-elsewhere", next));
        }
    }

    /**
     * What is said of an item is what the catalogue here says of that version; what is not said is as well, so that
     * silence gives nobody another law. A version of which nothing has been published here is nobody's law: the letter
     * waits at its sender until it is known.
     */
    private void judgeByKnownLaw(LinkedCaseMessage letter, UnitOfWork unit) {
        ItemLabels said = letter.submission().item();
        ItemVersion version = known(said, unit);
        // as it reads once it has travelled
        ItemLabels travelled = Json.read(Json.write(Intake.facts(version)), ItemLabels.class);
        List<String> other = ItemAgreement.differences(said, travelled);
        if (!other.isEmpty()) {
            throw of(CaseError.ITEM_DIFFERS, "message.item-differs", said, String.join(", ", other));
        }
        letter.judgeBy(travelled);
        letter.judgeRenewal(version.definition().certificate().renewalDays());
    }

    private ItemVersion known(ItemLabels said, UnitOfWork unit) {
        try {
            return catalogue.version(new TenantId(said.owner()), said.code(), said.version(), unit);
        } catch (ProblemException e) {
            if (e.code() == CatalogueError.ITEM_UNKNOWN) {
                throw of(CatalogueError.ITEM_UNKNOWN, "message.item-unknown-here", said, said.owner());
            }
            throw e;
        }
    }

    private static ProblemException of(ErrorCode code, String key, ItemLabels said, String more) {
        return new ProblemException(
                code, LocalizedMessage.of(LetterCheck.class, key, said.name(), said.code(), said.version(), more));
    }

    /** A file that comes again is of the same item, applicant and origin as before, whatever else was changed. */
    static void requireSameMatter(LinkedCaseMessage letter, CaseFile file) {
        if (letter.type() == Type.FORWARD && !letter.submission().isOfOneMatterWith(file.submission())) {
            throw invalid(LocalizedMessage.of(LetterCheck.class, "message.another-matter", file.number()));
        }
    }

    /** What was sent is what has come: every file named, each by the digest of its bytes. */
    static Map<String, Attachment> carried(LinkedCaseMessage letter, List<Attachment> attachments) {
        Map<String, Attachment> carried = new HashMap<>();
        attachments.forEach(attachment -> carried.put(attachment.file(), attachment));
        for (MaterialView material : letter.files()) {
            Attachment attachment = carried.get(material.file());
            if (attachment == null || !attachment.sha256().equals(material.sha256())) {
                throw invalid(
                        LocalizedMessage.of(LetterCheck.class, "message.file-missing-or-altered", material.name()));
            }
        }
        if (!letter.isWhole()) {
            throw invalid(LocalizedMessage.of(LetterCheck.class, "message.materials-do-not-fit"));
        }
        return carried;
    }

    private static ProblemException invalid(LocalizedMessage message) {
        return new ProblemException(CaseError.MATERIAL_INVALID, message);
    }

    /** All that is read of a letter first. */
    private record Form(int version) {}
}
