package org.yichuang.console.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.CallContext;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.TenantEditing;
import org.yichuang.tenancy.api.Tenants;

/** Opens a centre after the pattern of another one; everything that cannot be right is told at once. */
public class CentreOpening {
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}A-Za-z0-9（）()·\\- ]{2,60}");

    private final Tenants tenants;
    private final TenantEditing editing;

    /** On tenancy. */
    public CentreOpening(Tenants tenants, TenantEditing editing) {
        this.tenants = tenants;
        this.editing = editing;
    }

    /**
     * A centre to open.
     *
     * @param template the centre whose modules and policies it gets
     * @param id its short name
     * @param name its name for people
     * @param level its level
     * @param parent the centre above
     * @param division its division code
     */
    public record NewCentre(String template, String id, String name, String level, String parent, String division) {}

    /**
     * Opens a centre.
     *
     * @throws ProblemException {@code fields-invalid} with everything that cannot be right, {@code not-allowed}
     */
    public void open(NewCentre centre, CallContext context) {
        editing.open(settings(centre), context);
    }

    private Map<String, String> settings(NewCentre centre) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (!isCentre(centre.template())) {
            wrong.add(new FieldProblem("template", LocalizedMessage.of(CentreOpening.class, "template.not-chosen")));
        }
        if (!NAME.matcher(centre.name()).matches()) {
            wrong.add(new FieldProblem("name", LocalizedMessage.of(CentreOpening.class, "name.malformed")));
        }
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("id", centre.id());
        settings.put("name", centre.name().isEmpty() ? centre.id() : centre.name());
        settings.put("level", centre.level());
        settings.put("parent", centre.parent());
        settings.put("division", centre.division());
        editing.weigh(settings).ifPresent(fault -> wrong.add(new FieldProblem(fault.key(), fault.message())));
        if (!isCentre(centre.parent())) {
            wrong.removeIf(fault -> fault.field().equals("parent"));
            wrong.add(new FieldProblem("parent", LocalizedMessage.of(CentreOpening.class, "parent.not-chosen")));
        }
        if (!wrong.isEmpty()) {
            throw new ProblemException(
                    CommonError.FIELDS_INVALID, LocalizedMessage.of(CentreOpening.class, "centre.invalid"), wrong);
        }
        settings.putAll(takenOver(tenants.get(new TenantId(centre.template()))));
        return settings;
    }

    /** Modules and policies; how a centre looks is its own. */
    private static Map<String, String> takenOver(Tenant template) {
        Map<String, String> taken = new TreeMap<>();
        template.policies().forEach((key, value) -> {
            if (key.startsWith("policy.")) {
                taken.put(key, value);
            }
        });
        taken.put(
                "modules", String.join(",", template.modules().stream().sorted().toList()));
        return taken;
    }

    private boolean isCentre(String id) {
        return TenantId.isWellFormed(id) && tenants.find(new TenantId(id)).isPresent();
    }
}
