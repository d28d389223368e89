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
 * @param statutoryLimit 法定时限, or null when the law sets none; of a registration that names no other, its days
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
 * @param handling what it asks of applicants besides their materials, and in whose name it is decided; never null
 * @param serviceField the field of a public service; null where nobody has said it, and of all other items
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
        List<Prerequisite> prerequisites,
        Handling handling,
        ServiceField serviceField) {
    public ItemDefinition {
        materials = List.copyOf(materials);
        acceptanceLevels = Set.copyOf(acceptanceLevels);
        form = List.copyOf(form);
        routes = List.copyOf(routes);
        aliases = aliases == null ? List.of() : List.copyOf(aliases);
        examination = examination == null ? Examination.NONE : examination;
        certificate = certificate == null ? Certificate.NONE : certificate;
        prerequisites = prerequisites == null ? List.of() : List.copyOf(prerequisites);
        handling = handling == null ? Handling.USUAL : handling;
        if (statutoryLimit == null && handling.registration() != null) {
            statutoryLimit = handling.registration().limit();
        }
    }

    /** One of which nothing is known yet but its code. */
    public static Builder of(String code) {
        return new Builder(code);
    }

    /** The same, to be changed. */
    public Builder but() {
        return new Builder(this);
    }

    /** The same, examined in this way, with a grant that leads to this. */
    public ItemDefinition with(Examination itsExamination, Certificate itsCertificate) {
        return but().examination(itsExamination).certificate(itsCertificate).made();
    }

    /** The same, handled in this way. */
    public ItemDefinition with(Handling itsHandling) {
        return but().handling(itsHandling).made();
    }

    /** The same under another code. */
    public ItemDefinition under(String itsCode) {
        return but().code(itsCode).made();
    }

    /** The same under another name, of another type, on another basis; what is no public service has no field. */
    public ItemDefinition withIdentity(String itsName, ItemType itsType, String itsBasis) {
        return but().name(itsName)
                .type(itsType)
                .legalBasis(itsBasis)
                .serviceField(itsType == ItemType.PUBLIC_SERVICE ? serviceField : null)
                .made();
    }

    /** The same as a bundle of others. */
    public ItemDefinition madeOf(JointHandling itsMembers) {
        return but().joint(itsMembers).made();
    }

    /** The same, for which these results are needed before. */
    public ItemDefinition needing(List<Prerequisite> itsPrerequisites) {
        return but().prerequisites(itsPrerequisites).made();
    }

    /** Whether it is a bundle of items. */
    public boolean bundled() {
        return joint != null;
    }

    /** An item that is being put together: texts are empty until they are said, and nothing is demanded. */
    public static final class Builder {
        private String code;
        private String name = "";
        private ItemType type;
        private String department = "";
        private String organ = "";
        private Level exerciseLevel;
        private String audience = "";
        private CaseKind kind;
        private Limit statutoryLimit;
        private Limit promisedLimit;
        private String conditions = "";
        private List<Material> materials = List.of();
        private String procedure = "";
        private String fee = "";
        private String legalBasis = "";
        private String result = "";
        private String complaint = "";
        private String place = "";
        private Set<Level> acceptanceLevels = Set.of();
        private List<FormField> form = List.of();
        private List<Route> routes = List.of();
        private String source = "";
        private boolean reconsiderationFirst;
        private List<String> aliases = List.of();
        private Examination examination = Examination.NONE;
        private Certificate certificate = Certificate.NONE;
        private JointHandling joint;
        private List<Prerequisite> prerequisites = List.of();
        private Handling handling = Handling.USUAL;
        private ServiceField serviceField;

        private Builder(String code) {
            this.code = code;
        }

        private Builder(ItemDefinition item) {
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
            handling = item.handling;
            serviceField = item.serviceField;
        }

        public Builder code(String its) {
            code = its;
            return this;
        }

        public Builder name(String its) {
            name = its;
            return this;
        }

        public Builder type(ItemType its) {
            type = its;
            return this;
        }

        public Builder department(String its) {
            department = its;
            return this;
        }

        public Builder organ(String its) {
            organ = its;
            return this;
        }

        public Builder exerciseLevel(Level its) {
            exerciseLevel = its;
            return this;
        }

        public Builder audience(String its) {
            audience = its;
            return this;
        }

        public Builder kind(CaseKind its) {
            kind = its;
            return this;
        }

        public Builder statutoryLimit(Limit its) {
            statutoryLimit = its;
            return this;
        }

        public Builder promisedLimit(Limit its) {
            promisedLimit = its;
            return this;
        }

        public Builder conditions(String its) {
            conditions = its;
            return this;
        }

        public Builder materials(List<Material> its) {
            materials = its;
            return this;
        }

        public Builder procedure(String its) {
            procedure = its;
            return this;
        }

        public Builder fee(String its) {
            fee = its;
            return this;
        }

        public Builder legalBasis(String its) {
            legalBasis = its;
            return this;
        }

        public Builder result(String its) {
            result = its;
            return this;
        }

        public Builder complaint(String its) {
            complaint = its;
            return this;
        }

        public Builder place(String its) {
            place = its;
            return this;
        }

        public Builder acceptanceLevels(Set<Level> its) {
            acceptanceLevels = its;
            return this;
        }

        public Builder form(List<FormField> its) {
            form = its;
            return this;
        }

        public Builder routes(List<Route> its) {
            routes = its;
            return this;
        }

        public Builder source(String its) {
            source = its;
            return this;
        }

        public Builder reconsiderationFirst(boolean its) {
            reconsiderationFirst = its;
            return this;
        }

        public Builder aliases(List<String> its) {
            aliases = its;
            return this;
        }

        public Builder examination(Examination its) {
            examination = its;
            return this;
        }

        public Builder certificate(Certificate its) {
            certificate = its;
            return this;
        }

        public Builder joint(JointHandling its) {
            joint = its;
            return this;
        }

        public Builder prerequisites(List<Prerequisite> its) {
            prerequisites = its;
            return this;
        }

        public Builder handling(Handling its) {
            handling = its;
            return this;
        }

        public Builder serviceField(ServiceField its) {
            serviceField = its;
            return this;
        }

        /** The item as it has been said. */
        public ItemDefinition made() {
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
                    prerequisites,
                    handling,
                    serviceField);
        }
    }
}
