package org.yichuang.catalogue.api;

import java.util.List;
import java.util.Set;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.time.Limit;

/**
 * What an item (事项) is: the content of an item version (C1.1, R3 §3.3). Texts that are unknown are empty, never null.
 *
 * @param code national implementation code or a local one (R3-07, R3-08)
 * @param name its name
 * @param type its type
 * @param department the competent department (主管部门)
 * @param organ the implementing organ (实施主体)
 * @param exerciseLevel the level that has the power (行使层级)
 * @param audience whom it serves (服务对象)
 * @param kind instant or committed
 * @param statutoryLimit 法定时限, or null when the law sets none
 * @param promisedLimit 承诺时限, or null; never longer than the statutory one (R1-19, R3-15)
 * @param conditions 受理条件
 * @param materials 申请材料
 * @param procedure 办理流程
 * @param fee 收费: empty for none, else item, standard and basis in words
 * @param legalBasis 设定依据
 * @param result 结果名称
 * @param complaint 监督投诉渠道
 * @param place 办理地点和时间
 * @param acceptanceLevels the levels at which centres take applications
 * @param form the fields of the application form
 * @param routes the ways that an application can take; at least one
 * @param source where the facts come from
 * @param reconsiderationFirst whether no court takes a dispute over it before it has been reconsidered (复议前置, R1-41)
 * @param aliases what people call it besides its name (俗称), by which it is found
 * @param examination how it is examined before the decision; never null
 * @param certificate what a grant leads to; never null
 * @param joint what it is made of, where it is a bundle of items; else null
 * @param prerequisites the results of other items that an applicant has to have before; none where nothing is needed
 */
public record ItemDefinition(
        String code,
        String name,
        ItemType type,
        String department,
        String organ,
        Level exerciseLevel,
        String audience,
        CaseKind kind,
        Limit statutoryLimit,
        Limit promisedLimit,
        String conditions,
        List<Material> materials,
        String procedure,
        String fee,
        String legalBasis,
        String result,
        String complaint,
        String place,
        Set<Level> acceptanceLevels,
        List<FormField> form,
        List<Route> routes,
        String source,
        boolean reconsiderationFirst,
        List<String> aliases,
        Examination examination,
        Certificate certificate,
        JointHandling joint,
        List<Prerequisite> prerequisites) {
    public ItemDefinition {
        materials = List.copyOf(materials);
        acceptanceLevels = Set.copyOf(acceptanceLevels);
        form = List.copyOf(form);
        routes = List.copyOf(routes);
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        examination = examination == null ? Examination.NONE : examination;
        certificate = certificate == null ? Certificate.NONE : certificate;
        prerequisites = prerequisites == null ? List.of() : List.copyOf(prerequisites);
    }

    /** One that is no bundle and needs nothing before. */
    public ItemDefinition(
            String code,
            String name,
            ItemType type,
            String department,
            String organ,
            Level exerciseLevel,
            String audience,
            CaseKind kind,
            Limit statutoryLimit,
            Limit promisedLimit,
            String conditions,
            List<Material> materials,
            String procedure,
            String fee,
            String legalBasis,
            String result,
            String complaint,
            String place,
            Set<Level> acceptanceLevels,
            List<FormField> form,
            List<Route> routes,
            String source,
            boolean reconsiderationFirst,
            List<String> aliases,
            Examination examination,
            Certificate certificate) {
        this(
                code,
                name,
                type,
                department,
                organ,
                exerciseLevel,
                audience,
                kind,
                statutoryLimit,
                promisedLimit,
                conditions,
                materials,
                procedure,
                fee,
                legalBasis,
                result,
                complaint,
                place,
                acceptanceLevels,
                form,
                routes,
                source,
                reconsiderationFirst,
                aliases,
                examination,
                certificate,
                null,
                List.of());
    }

    /** One that people call by its name alone, and that is examined as everything is. */
    public ItemDefinition(
            String code,
            String name,
            ItemType type,
            String department,
            String organ,
            Level exerciseLevel,
            String audience,
            CaseKind kind,
            Limit statutoryLimit,
            Limit promisedLimit,
            String conditions,
            List<Material> materials,
            String procedure,
            String fee,
            String legalBasis,
            String result,
            String complaint,
            String place,
            Set<Level> acceptanceLevels,
            List<FormField> form,
            List<Route> routes,
            String source,
            boolean reconsiderationFirst) {
        this(
                code,
                name,
                type,
                department,
                organ,
                exerciseLevel,
                audience,
                kind,
                statutoryLimit,
                promisedLimit,
                conditions,
                materials,
                procedure,
                fee,
                legalBasis,
                result,
                complaint,
                place,
                acceptanceLevels,
                form,
                routes,
                source,
                reconsiderationFirst,
                List.of(),
                Examination.NONE,
                Certificate.NONE);
    }

    /** The same, examined in this way, with a grant that leads to this. */
    public ItemDefinition with(Examination itsExamination, Certificate itsCertificate) {
        Copy copy = new Copy(this);
        copy.examination = itsExamination;
        copy.certificate = itsCertificate;
        return copy.made();
    }

    /** The same under another code. */
    public ItemDefinition under(String itsCode) {
        Copy copy = new Copy(this);
        copy.code = itsCode;
        return copy.made();
    }

    /** The same under another name, of another type, on another basis. */
    public ItemDefinition withIdentity(String itsName, ItemType itsType, String itsBasis) {
        Copy copy = new Copy(this);
        copy.name = itsName;
        copy.type = itsType;
        copy.legalBasis = itsBasis;
        return copy.made();
    }

    /** The same as a bundle of others. */
    public ItemDefinition madeOf(JointHandling itsMembers) {
        Copy copy = new Copy(this);
        copy.joint = itsMembers;
        return copy.made();
    }

    /** The same, for which these results are needed before. */
    public ItemDefinition needing(List<Prerequisite> itsPrerequisites) {
        Copy copy = new Copy(this);
        copy.prerequisites = itsPrerequisites;
        return copy.made();
    }

    /** Whether it is a bundle of items. */
    public boolean bundled() {
        return joint != null;
    }

    /** One that is being made of another: what is not said otherwise stays. */
    private static final class Copy {
        private String code;
        private String name;
        private ItemType type;
        private final String department;
        private final String organ;
        private final Level exerciseLevel;
        private final String audience;
        private final CaseKind kind;
        private final Limit statutoryLimit;
        private final Limit promisedLimit;
        private final String conditions;
        private final List<Material> materials;
        private final String procedure;
        private final String fee;
        private String legalBasis;
        private final String result;
        private final String complaint;
        private final String place;
        private final Set<Level> acceptanceLevels;
        private final List<FormField> form;
        private final List<Route> routes;
        private final String source;
        private final boolean reconsiderationFirst;
        private final List<String> aliases;
        private Examination examination;
        private Certificate certificate;
        private JointHandling joint;
        private List<Prerequisite> prerequisites;

        Copy(ItemDefinition item) {
            code = item.code;
            name = item.name;
            type = item.type;
            department = item.department;
            organ = item.organ;
            exerciseLevel = item.exerciseLevel;
            audience = item.audience;
            kind = item.kind;
            statutoryLimit = item.statutoryLimit;
            promisedLimit = item.promisedLimit;
            conditions = item.conditions;
            materials = item.materials;
            procedure = item.procedure;
            fee = item.fee;
            legalBasis = item.legalBasis;
            result = item.result;
            complaint = item.complaint;
            place = item.place;
            acceptanceLevels = item.acceptanceLevels;
            form = item.form;
            routes = item.routes;
            source = item.source;
            reconsiderationFirst = item.reconsiderationFirst;
            aliases = item.aliases;
            examination = item.examination;
            certificate = item.certificate;
            joint = item.joint;
            prerequisites = item.prerequisites;
        }

        ItemDefinition made() {
            return new ItemDefinition(
                    code,
                    name,
                    type,
                    department,
                    organ,
                    exerciseLevel,
                    audience,
                    kind,
                    statutoryLimit,
                    promisedLimit,
                    conditions,
                    materials,
                    procedure,
                    fee,
                    legalBasis,
                    result,
                    complaint,
                    place,
                    acceptanceLevels,
                    form,
                    routes,
                    source,
                    reconsiderationFirst,
                    aliases,
                    examination,
                    certificate,
                    joint,
                    prerequisites);
        }
    }
}
