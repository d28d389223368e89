package org.yichuang.cases.internal.packages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.yichuang.cases.api.CaseLicence;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.CorrectionView;
import org.yichuang.cases.api.CaseView.EndingView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.CaseView.OpinionView;
import org.yichuang.cases.api.CaseView.PromiseView;
import org.yichuang.cases.api.DecisionView;
import org.yichuang.cases.api.DeliveryView;
import org.yichuang.cases.internal.packages.WholeCases.DecisionAbove;
import org.yichuang.cases.internal.packages.WholeCases.DecisionFile;
import org.yichuang.catalogue.api.Catalogue;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.FormField;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.documents.api.FileNames;
import org.yichuang.documents.api.PackageService.Part;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;

/** What a case says, each part twice: as JSON for programs, and as a text that people read without any. */
public class CaseTexts {
    private static final String APPLICATION = "application";
    private static final String DECISION = "decision";
    private static final String RESULT = "result";
    private static final String FIELD = "form.";

    private final Catalogue catalogue;

    public CaseTexts(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** @param places where the files of the materials stand in the package, by their ids */
    List<Part> application(WholeCases.Whole whole, Map<String, String> places, CallContext context) {
        CaseView view = whole.view();
        Optional<ItemDefinition> item = item(view, context);
        List<Map<String, Object>> form = form(view, item);
        List<Map<String, Object>> materials = view.materials().stream()
                .map(material -> material(material, places.get(material.file()), whole))
                .toList();
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", view.number());
        json.put("owner", view.owner());
        json.put("item", view.item());
        json.put("itemName", view.itemName());
        json.put("itemVersion", view.itemVersion());
        json.put("receivedAt", view.receivedAt());
        json.put("applicant", view.applicant());
        json.put("form", form);
        json.put("remark", whole.remark());
        json.put("materials", materials);
        json.put("route", view.route());
        json.put("licence", view.licence());
        json.put("promises", view.promises());
        json.put("corrections", view.corrections());
        json.put("lower", view.lower());
        json.put("upper", view.upper());
        ReadableText text = new ReadableText("application")
                .line("number", view.number())
                .line("item", view.itemName())
                .line("received", view.receivedAt())
                .line("applicant", view.applicant().name())
                .line("id-number", view.applicant().idNumber())
                .line("phone", view.applicant().phone())
                .line("licence", licence(view.licence()))
                .heading("form");
        form.forEach(field -> text.plain(String.valueOf(field.get("label")), String.valueOf(field.get("shown"))));
        text.line("remark", whole.remark()).heading("materials");
        view.materials().forEach(material -> text.plain(material.name(), where(material, places, whole)));
        promises(view.promises(), text);
        Map<String, String> names = names(view, item);
        view.corrections().forEach(correction -> correction(correction, names, text));
        return parts(APPLICATION, json, text);
    }

    private static String licence(CaseLicence licence) {
        return licence == null ? null : licence.matter().label().zh() + " " + licence.number();
    }

    /** What was promised of required materials that were not there, and what has become of it. */
    private static void promises(List<PromiseView> promises, ReadableText text) {
        if (!promises.isEmpty()) {
            text.heading("promises");
        }
        for (PromiseView promise : promises) {
            String words = LocalizedMessage.of(
                            ReadableText.class, "promise", promise.kindName(), promise.until(), promise.stateName())
                    .zh();
            text.plain(promise.name(), words)
                    .line("consequence", promise.consequence())
                    .line("supplied-on", promise.suppliedOn())
                    .line("checked-on", promise.checkedOn())
                    .line("finding", promise.finding());
        }
    }

    private static String where(MaterialView material, Map<String, String> places, WholeCases.Whole whole) {
        if (material.file() != null && whole.withheld().contains(material.file())) {
            return LocalizedMessage.of(ReadableText.class, "withheld", material.sha256())
                    .zh();
        }
        return places.containsKey(material.file())
                ? "materials/" + places.get(material.file()) + "，SHA-256 " + material.sha256()
                : ReadableText.word(material.paper() ? "on-paper" : "none");
    }

    /** What people call what can be asked for anew: a material, or a field of the form. */
    private static Map<String, String> names(CaseView view, Optional<ItemDefinition> item) {
        Map<String, String> names = new LinkedHashMap<>();
        view.materials().forEach(material -> names.put(material.code(), material.name()));
        item.ifPresent(definition -> {
            definition.materials().forEach(material -> names.put(material.code(), material.name()));
            definition.form().forEach(field -> names.put(FIELD + field.name(), field.label()));
        });
        return names;
    }

    private static void correction(CorrectionView correction, Map<String, String> names, ReadableText text) {
        text.heading("correction").line("at", correction.notifiedAt());
        correction.items().forEach(item -> text.plain(names.getOrDefault(item.target(), item.target()), item.demand()));
        text.line("answered", correction.answeredAt()).line("statement", correction.statement());
    }

    private static Map<String, Object> material(MaterialView material, String place, WholeCases.Whole whole) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("code", material.code());
        json.put("name", material.name());
        json.put("packageFile", place == null ? null : "materials/" + place);
        json.put("withheld", material.file() != null && whole.withheld().contains(material.file()));
        json.put("paper", material.paper());
        json.put("sha256", material.sha256());
        json.put("mediaType", material.mediaType());
        json.put("size", material.size());
        return json;
    }

    /** The item as it was when the case was handed in. */
    private Optional<ItemDefinition> item(CaseView view, CallContext context) {
        try {
            return Optional.of(catalogue
                    .version(new TenantId(view.owner()), view.item(), view.itemVersion(), context)
                    .definition());
        } catch (ProblemException e) {
            if (e.code() != CatalogueError.ITEM_UNKNOWN) {
                throw e;
            }
            return Optional.empty();
        }
    }

    /** The fields of the form under their labels. */
    private static List<Map<String, Object>> form(CaseView view, Optional<ItemDefinition> item) {
        Map<String, FormField> fields = new LinkedHashMap<>();
        item.ifPresent(definition -> definition.form().forEach(field -> fields.put(field.name(), field)));
        List<Map<String, Object>> form = new ArrayList<>();
        view.form().forEach((name, value) -> {
            Map<String, Object> field = new LinkedHashMap<>();
            field.put("name", name);
            field.put("label", fields.containsKey(name) ? fields.get(name).label() : name);
            field.put("value", value);
            field.put("shown", shown(fields.get(name), value));
            form.add(field);
        });
        return form;
    }

    private static String shown(FormField field, Object value) {
        if (value == null) {
            return ReadableText.word("none");
        }
        if (value instanceof Boolean yes) {
            return ReadableText.word(yes ? "yes" : "no");
        }
        return field == null
                ? value.toString()
                : field.options().stream()
                        .filter(option -> option.value().equals(value.toString()))
                        .map(FormField.Option::label)
                        .findFirst()
                        .orElse(value.toString());
    }

    private static boolean isSilent(CaseView view) {
        return view.opinions().isEmpty()
                && view.decision() == null
                && view.ending() == null
                && view.examinations().isEmpty()
                && view.hearing() == null
                && view.branches().stream().allMatch(branch -> branch.opinions().isEmpty());
    }

    /** Nothing before somebody has said what he thinks of it. */
    List<Part> decision(WholeCases.Whole whole) {
        CaseView view = whole.view();
        if (isSilent(view) && whole.above().isEmpty()) {
            return List.of();
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("acceptance", view.acceptance());
        json.put("examinations", view.examinations());
        json.put("hearing", view.hearing());
        json.put("opinions", view.opinions());
        json.put("branches", view.branches());
        json.put("joint", view.joint());
        json.put("decision", view.decision());
        json.put("ending", view.ending());
        json.put("withdrawalProof", view.withdrawalProof());
        ReadableText text = new ReadableText("decision").line("number", view.number());
        view.opinions().forEach(opinion -> opinion(opinion, text));
        JointTexts.write(view, text);
        DecisionView decision = view.decision();
        if (decision != null) {
            text.heading("decided")
                    .line("department", decision.department())
                    .line("outcome", ReadableText.word("outcome." + decision.outcome()))
                    .line("opinion", decision.opinion())
                    .line("reasons", decision.reasons())
                    .line("basis", decision.basis())
                    .line("remedies", decision.remedies())
                    .line("by", decision.by())
                    .line("at", decision.at());
        }
        ending(view, text);
        json.put("document", null);
        List<Part> documents = new ArrayList<>();
        whole.above().ifPresent(document -> {
            String place = FileNames.portable(document.number() + ".pdf");
            json.put("document", above(document, place));
            above(document, centreName(document, view), place, text);
            document.file().ifPresent(file -> documents.add(new Part(DECISION, place, file.content())));
        });
        documents.addAll(0, parts(DECISION, json, text));
        return documents;
    }

    /** @param place what the document's file is called in the package */
    private static Map<String, Object> above(DecisionAbove document, String place) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("number", document.number());
        json.put("title", document.title());
        json.put("centre", document.centre());
        json.put("code", document.code());
        json.put("verification", document.verification());
        json.put("issuedAt", document.issuedAt());
        json.put("inForce", document.file().map(DecisionFile::isInForce).orElse(null));
        json.put(
                "packageFile",
                document.file().map(file -> DECISION + "/" + place).orElse(null));
        json.put("sha256", document.file().map(DecisionFile::sha256).orElse(null));
        return json;
    }

    private static String centreName(DecisionAbove document, CaseView view) {
        return Optional.ofNullable(view.upper())
                .filter(above -> above.centre().equals(document.centre()))
                .map(CaseView.Peer::centreName)
                .orElse(document.centre());
    }

    private static void above(DecisionAbove document, String centre, String place, ReadableText text) {
        text.heading("above")
                .line("document-number", document.number())
                .line("document-title", document.title())
                .line("centre", centre)
                .line("at", document.issuedAt())
                .line("code", document.code())
                .line("verification", document.verification());
        document.file()
                .ifPresentOrElse(
                        file -> text.line("in-force", ReadableText.word("in-force." + file.isInForce()))
                                .line("file", DECISION + "/" + place + "，SHA-256 " + file.sha256()),
                        () -> text.line("file", ReadableText.word("elsewhere")));
    }

    private static void opinion(OpinionView opinion, ReadableText text) {
        text.heading("opinion")
                .line("department", opinion.department())
                .line("outcome", ReadableText.word(opinion.agree() ? "agree" : "disagree"))
                .line("opinion", opinion.opinion())
                .line("by", opinion.by())
                .line("at", opinion.at());
    }

    /** Nothing before the result is made out or delivered. */
    List<Part> result(CaseView view) {
        if (view.issued() == null && view.delivery() == null) {
            return List.of();
        }
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("issued", view.issued());
        json.put("delivery", view.delivery());
        ReadableText text = new ReadableText("result").line("number", view.number());
        if (view.issued() != null) {
            text.line("certificate", view.issued().documentNumber())
                    .line("valid-until", view.issued().validUntil())
                    .line("at", view.issued().at());
        }
        DeliveryView delivery = view.delivery();
        if (delivery != null) {
            text.heading("delivered")
                    .line("method", ReadableText.word("method." + delivery.method()))
                    .line("received-by", delivery.receivedBy())
                    .line("remark", delivery.remark())
                    .line("proof-paper", proofPaper(delivery.proof()))
                    .line("at", delivery.at());
        }
        return parts(RESULT, json, text);
    }

    private static void ending(CaseView view, ReadableText text) {
        EndingView ending = view.ending();
        if (ending != null) {
            text.heading("ended")
                    .line("outcome", view.stateName())
                    .line("reasons", ending.reasons())
                    .line("basis", ending.basis())
                    .line("remedies", ending.remedies())
                    .line("competent", ending.competentOrgan())
                    .line("proof-paper", proofPaper(view.withdrawalProof()))
                    .line("at", ending.at());
        }
    }

    /** Where the paper lies; a file is among the materials. */
    private static String proofPaper(CaseProof proof) {
        return proof == null ? null : proof.paper();
    }

    private static List<Part> parts(String name, Map<String, Object> json, ReadableText text) {
        byte[] data = PackageJson.write(json);
        byte[] words = text.toString().getBytes(StandardCharsets.UTF_8);
        return List.of(
                new Part(name, name + ".json", to -> to.write(data)),
                new Part(name, name + ".txt", to -> to.write(words)));
    }
}
