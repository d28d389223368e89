package org.yichuang.catalogue.internal.rest;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.yichuang.catalogue.api.CaseKind;
import org.yichuang.catalogue.api.CatalogueError;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.ItemType;
import org.yichuang.catalogue.api.ServiceField;
import org.yichuang.catalogue.internal.domain.Problems;
import org.yichuang.catalogue.internal.rest.PartBodies.ExaminationBody;
import org.yichuang.catalogue.internal.rest.PartBodies.FieldBody;
import org.yichuang.catalogue.internal.rest.PartBodies.LimitBody;
import org.yichuang.catalogue.internal.rest.PartBodies.MaterialBody;
import org.yichuang.catalogue.internal.rest.PartBodies.PrerequisiteBody;
import org.yichuang.catalogue.internal.rest.PartBodies.RouteBody;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;

/** The content of an item as an editor sends and reads it; whatever may be missing may be left out. */
public record ItemBody(
        String code,
        String name,
        String type,
        String department,
        String organ,
        String exerciseLevel,
        String audience,
        String kind,
        LimitBody statutoryLimit,
        LimitBody promisedLimit,
        String conditions,
        List<MaterialBody> materials,
        String procedure,
        String fee,
        String legalBasis,
        String result,
        String complaint,
        String place,
        List<String> acceptanceLevels,
        List<FieldBody> form,
        List<RouteBody> routes,
        String source,
        Boolean reconsiderationFirst,
        List<String> aliases,
        ExaminationBody examination,
        CertificateBody certificate,
        List<PrerequisiteBody> prerequisites,
        HandlingBody handling,
        String serviceField) {

    static ItemBody of(ItemDefinition item) {
        return new ItemBody(
                item.code(),
                item.name(),
                item.type().name(),
                item.department(),
                item.organ(),
                item.exerciseLevel().key(),
                item.audience(),
                item.kind().name(),
                LimitBody.of(item.statutoryLimit()),
                LimitBody.of(item.promisedLimit()),
                item.conditions(),
                item.materials().stream().map(MaterialBody::of).toList(),
                item.procedure(),
                item.fee(),
                item.legalBasis(),
                item.result(),
                item.complaint(),
                item.place(),
                keys(item.acceptanceLevels()),
                item.form().stream().map(FieldBody::of).toList(),
                item.routes().stream().map(RouteBody::of).toList(),
                item.source(),
                item.reconsiderationFirst(),
                item.aliases(),
                ExaminationBody.of(item.examination()),
                CertificateBody.of(item.certificate()),
                item.prerequisites().stream().map(PrerequisiteBody::of).toList(),
                HandlingBody.of(item.handling()),
                item.serviceField() == null ? null : item.serviceField().name());
    }

    /**
     * The definition, under the code of the path; {@code item-invalid} with the fields that cannot be read.
     *
     * @param before the item as it is so far: how it is handled, and its field, stand where the body says nothing of it
     */
    ItemDefinition definition(String pathCode, Supplier<ItemDefinition> before) {
        Problems problems = new Problems();
        problems.when(
                code != null && !code.equals(pathCode),
                "code",
                LocalizedMessage.of(ItemBody.class, "item.code-differs"));
        ItemDefinition item = ItemDefinition.of(pathCode)
                .name(Parts.text(name))
                .type(ItemType.parse(Parts.text(type)).orElseGet(() -> Parts.missing("type", "type", type, problems)))
                .department(Parts.text(department))
                .organ(Parts.text(organ))
                .exerciseLevel(Parts.level("exerciseLevel", exerciseLevel, problems))
                .audience(Parts.text(audience))
                .kind(Parts.named("kind", "kind", CaseKind.class, kind, problems))
                .statutoryLimit(LimitBody.limit("statutoryLimit", statutoryLimit, problems))
                .promisedLimit(LimitBody.limit("promisedLimit", promisedLimit, problems))
                .conditions(Parts.text(conditions))
                .materials(Parts.each("materials", materials, problems, (path, each) -> each.material(path, problems)))
                .procedure(Parts.text(procedure))
                .fee(Parts.text(fee))
                .legalBasis(Parts.text(legalBasis))
                .result(Parts.text(result))
                .complaint(Parts.text(complaint))
                .place(Parts.text(place))
                .acceptanceLevels(levels(problems))
                .form(Parts.each("form", form, problems, (path, each) -> each.field(path, problems)))
                .routes(Parts.each("routes", routes, problems, (path, each) -> each.route(path, problems)))
                .source(Parts.text(source))
                .reconsiderationFirst(Boolean.TRUE.equals(reconsiderationFirst))
                .aliases(Parts.each("aliases", aliases, problems, (path, each) -> each))
                .examination(ExaminationBody.examination("examination", examination, problems))
                .certificate(CertificateBody.certificate(certificate, problems))
                .prerequisites(
                        Parts.each("prerequisites", prerequisites, problems, (path, each) -> each.prerequisite()))
                .handling(handling == null ? before.get().handling() : HandlingBody.handling(handling, problems))
                .serviceField(field(before, problems))
                .made();
        problems.refuse(CatalogueError.ITEM_INVALID, LocalizedMessage.of(ItemBody.class, "item.invalid"));
        return item;
    }

    /** Nothing said takes nothing away from a public service; an empty text does. */
    private ServiceField field(Supplier<ItemDefinition> before, Problems problems) {
        if (serviceField == null) {
            return ItemType.parse(Parts.text(type)).equals(Optional.of(ItemType.PUBLIC_SERVICE))
                    ? before.get().serviceField()
                    : null;
        }
        return serviceField.isBlank()
                ? null
                : ServiceField.parse(serviceField.strip())
                        .orElseGet(() -> Parts.missing("serviceField", "service-field", serviceField, problems));
    }

    private Set<Level> levels(Problems problems) {
        Set<Level> levels = EnumSet.noneOf(Level.class);
        Parts.each("acceptanceLevels", acceptanceLevels, problems, (path, each) -> Parts.level(path, each, problems))
                .forEach(levels::add);
        return levels;
    }

    static List<String> keys(Set<Level> levels) {
        return levels.stream().sorted().map(Level::key).toList();
    }
}
