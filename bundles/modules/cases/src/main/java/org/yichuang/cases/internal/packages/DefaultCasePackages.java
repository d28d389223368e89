package org.yichuang.cases.internal.packages;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yichuang.cases.api.CasePackages;
import org.yichuang.cases.api.CasePermission;
import org.yichuang.cases.api.CaseRequests;
import org.yichuang.cases.api.CaseView;
import org.yichuang.cases.api.CaseView.MaterialView;
import org.yichuang.cases.internal.domain.StoredFile.About;
import org.yichuang.documents.api.FileNames;
import org.yichuang.documents.api.PackageService;
import org.yichuang.documents.api.PackageService.Part;
import org.yichuang.documents.api.PackageService.Prepared;
import org.yichuang.documents.api.PackageService.Withheld;
import org.yichuang.identity.api.Unmasking;
import org.yichuang.identity.api.Unmasking.UnmaskingRequest;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldRules;
import org.yichuang.kernel.api.ProblemException;

/** Puts a case into a package: what it is now, and no mixture with what it becomes meanwhile. */
public class DefaultCasePackages implements CasePackages {
    private static final String AGGREGATE = "case";
    private static final String MATERIALS = "materials";
    private static final int TRIES = 3;

    private final WholeCases cases;
    private final CaseTexts texts;
    private final PackageService packages;
    private final Unmasking unmasking;

    public DefaultCasePackages(WholeCases cases, CaseTexts texts, PackageService packages, Unmasking unmasking) {
        this.cases = cases;
        this.texts = texts;
        this.packages = packages;
        this.unmasking = unmasking;
    }

    @Override
    public Prepared take(String number, CaseRequests.Unmask request, CallContext context) {
        context.require(CasePermission.UNMASK);
        String reason = FieldRules.require(request).reason();
        Set<String> fields = new TreeSet<>(cases.hidden(number, context));
        fields.addAll(List.of(MATERIALS, "package"));
        unmasking.authorize(new UnmaskingRequest(CasePermission.UNMASK, AGGREGATE, number, fields, reason), context);
        for (int i = 0; i < TRIES; i++) {
            WholeCases.Whole whole = cases.read(number, context);
            Prepared prepared = packages.prepare(request(whole, context), context);
            if (cases.read(number, context).head().equals(whole.head())) {
                return prepared;
            }
        }
        throw ProblemException.of(CommonError.CHANGED_MEANWHILE);
    }

    private PackageService.Request request(WholeCases.Whole whole, CallContext context) {
        CaseView view = whole.view();
        Map<String, String> places = places(view.materials(), whole.files());
        List<Part> parts = new ArrayList<>(texts.application(whole, places, context));
        places.forEach((file, place) -> {
            if (!whole.withheld().contains(file)) {
                parts.add(new Part(MATERIALS, place, to -> cases.write(file, to, context)));
            }
        });
        parts.addAll(texts.decision(whole));
        parts.addAll(texts.result(view));
        List<Withheld> withheld = whole.files().stream()
                .filter(file -> whole.withheld().contains(file.id()))
                .map(file -> new Withheld(MATERIALS, places.get(file.id()), file.sha256()))
                .toList();
        return new PackageService.Request(AGGREGATE, view.number(), whole.head(), view.itemName(), parts, withheld);
    }

    /** Where each file of the case stands among the materials, by its id. */
    private static Map<String, String> places(List<MaterialView> materials, List<About> files) {
        Map<String, String> names = files.stream().collect(Collectors.toMap(About::id, About::name));
        Map<String, String> places = new LinkedHashMap<>();
        for (MaterialView material : materials) {
            if (material.file() != null) {
                String name = FileNames.portable(names.getOrDefault(material.file(), material.name()));
                places.put(material.file(), FileNames.portable(places.size() + 1 + "-" + name));
            }
        }
        return places;
    }
}
