package org.yichuang.cases.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CaseError;
import org.yichuang.cases.api.CaseProof;
import org.yichuang.cases.api.CaseRequests.MaterialGiven;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.api.Representative;
import org.yichuang.cases.internal.domain.Staff;
import org.yichuang.cases.internal.domain.StoredFile.About;
import org.yichuang.cases.internal.domain.StoredFiles;
import org.yichuang.catalogue.api.Material;
import org.yichuang.kernel.api.Actor;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;

/** Binds what an application names to the files that were uploaded for it. */
final class Materials {
    private static final int MOST = 50;

    private final List<Material> asked;
    private final StoredFiles files;
    private final Actor actor;
    private final List<FieldProblem> wrong = new ArrayList<>();
    private Set<String> infected = Set.of();

    Materials(List<Material> asked, StoredFiles files, Actor actor) {
        this.asked = asked;
        this.files = files;
        this.actor = actor;
    }

    /**
     * Checks the materials and binds their files to the case.
     *
     * @param already how many the case has
     * @throws ProblemException {@link CaseError#MATERIAL_INVALID} with the fields
     */
    List<MaterialView> take(List<MaterialGiven> given, int already, String caseNumber) {
        if (given == null || given.isEmpty()) {
            return List.of();
        }
        if (already + given.size() > MOST) {
            throw ProblemException.field(
                    CaseError.MATERIAL_INVALID,
                    "materials",
                    LocalizedMessage.of(Materials.class, "materials-too-many", MOST));
        }
        Map<String, About> known = known(given);
        List<MaterialView> taken = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            taken.add(check("materials[" + i + "].", given.get(i), known));
        }
        bind(known.keySet(), caseNumber);
        if (!wrong.isEmpty()) {
            throw new ProblemException(
                    CaseError.MATERIAL_INVALID, LocalizedMessage.of(Materials.class, "materials-invalid"), wrong);
        }
        return taken;
    }

    /**
     * The same of a new application, and what shows that somebody may act for the applicant.
     *
     * @param representative who acts, or null
     */
    List<MaterialView> take(List<MaterialGiven> given, Representative representative, String caseNumber) {
        List<MaterialGiven> all = given == null ? new ArrayList<>() : new ArrayList<>(given);
        if (representative == null) {
            return take(all, 0, caseNumber);
        }
        int place = all.size();
        MaterialGiven proof = representative.proof();
        all.add(new MaterialGiven(null, representative.kind().proof().zh(), proof.file(), proof.paper()));
        try {
            return take(all, 0, caseNumber);
        } catch (ProblemException e) {
            throw renamed(e, "materials[" + place + "].", "representative.proof.");
        }
    }

    /** The same of what shows a step: one material of no item. */
    List<MaterialView> take(CaseProof proof, String name, String caseNumber) {
        return take(proof, name, caseNumber, "proof.");
    }

    /** The same, with what stands before the names of its fields. */
    List<MaterialView> take(CaseProof proof, String name, String caseNumber, String fields) {
        try {
            return take(List.of(new MaterialGiven(null, name, proof.file(), proof.paper() != null)), 0, caseNumber);
        } catch (ProblemException e) {
            throw renamed(e, "materials[0].", fields);
        }
    }

    private static ProblemException renamed(ProblemException e, String from, String to) {
        return new ProblemException(
                e.code(),
                e.message(),
                e.fields().stream()
                        .map(each -> each.field().startsWith(from)
                                ? new FieldProblem(to + each.field().substring(from.length()), each.message())
                                : each)
                        .toList());
    }

    private Map<String, About> known(List<MaterialGiven> given) {
        Set<String> ids = new LinkedHashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String file = given.get(i).file();
            if (file != null && !ids.add(file)) {
                wrong.add(problem(
                        "materials[" + i + "].file", LocalizedMessage.of(Materials.class, "material.file-twice")));
            }
        }
        Map<String, About> known = new LinkedHashMap<>();
        for (About about : files.about(ids)) {
            if (about.caseNumber() == null && about.owner().equals(actor.account())) {
                known.put(about.id(), about);
            }
        }
        infected = files.infected(known.values().stream().map(About::sha256).collect(Collectors.toSet()));
        return known;
    }

    private MaterialView check(String path, MaterialGiven given, Map<String, About> known) {
        About file = given.file() == null ? null : known.get(given.file());
        checkFile(path, given, file);
        String code = given.code() == null ? "" : given.code();
        Material need = asked.stream()
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElse(null);
        if (need == null && !code.isEmpty()) {
            wrong.add(problem(path + "code", LocalizedMessage.of(Materials.class, "material.not-of-item")));
        }
        String name = name(given, need, file);
        if (name.isEmpty()) {
            wrong.add(problem(path + "name", LocalizedMessage.of(Materials.class, "material.name-missing")));
        }
        return file == null
                ? new MaterialView(code, name, null, given.paper(), null, null, 0)
                : new MaterialView(code, name, file.id(), given.paper(), file.sha256(), file.mediaType(), file.size());
    }

    private void checkFile(String path, MaterialGiven given, About file) {
        if (given.file() != null && file == null) {
            wrong.add(problem(path + "file", LocalizedMessage.of(Materials.class, "material.file-unknown")));
        }
        if (file != null && infected.contains(file.sha256())) {
            wrong.add(problem(
                    path + "file",
                    LocalizedMessage.of(Materials.class, "material.infected", file.name(), file.sha256())));
        }
        if (given.file() == null && !given.paper()) {
            wrong.add(problem(path + "file", LocalizedMessage.of(Materials.class, "material.missing")));
        }
        if (given.paper() && !Staff.isStaff(actor)) {
            wrong.add(problem(path + "paper", LocalizedMessage.of(Materials.class, "material.paper-by-clerk-only")));
        }
        if (given.originalSeen() && !Staff.isStaff(actor)) {
            wrong.add(problem(
                    path + "originalSeen", LocalizedMessage.of(Materials.class, "material.original-by-clerk-only")));
        }
    }

    /** What the item asks for is called as the item calls it, everything else as it was called. */
    private static String name(MaterialGiven given, Material need, About file) {
        if (need != null) {
            return need.name();
        }
        if (given.name() != null && !given.name().isBlank()) {
            return given.name().strip();
        }
        return file == null ? "" : file.name();
    }

    /** A file that was free a moment ago may have been bound by somebody else since. */
    private void bind(Set<String> ids, String caseNumber) {
        if (wrong.isEmpty() && !ids.isEmpty() && files.bind(ids, actor.account(), caseNumber) != ids.size()) {
            wrong.add(problem("materials", LocalizedMessage.of(Materials.class, "material.used-elsewhere")));
        }
    }

    private static FieldProblem problem(String field, LocalizedMessage message) {
        return new FieldProblem(field, message);
    }
}
