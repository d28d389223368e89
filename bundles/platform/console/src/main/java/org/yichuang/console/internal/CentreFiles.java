package org.yichuang.console.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.TenantEditing;
import org.yichuang.tenancy.api.Tenants;

/**
 * Writes the configuration of a new centre into the container's folder of configurations, where it is taken up within
 * moments and where operators find it. What is wrong with it is told before anything is written.
 */
public class CentreFiles {
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}A-Za-z0-9（）()·\\- ]{2,60}");
    private static final Duration STEP = Duration.ofMillis(50);
    private static final int STEPS = 100;

    private final Tenants tenants;
    private final TenantEditing editing;
    private final Path folder;

    /** Of the centres, and the folder in which their configurations lie. */
    public CentreFiles(Tenants tenants, TenantEditing editing, String folder) {
        this.tenants = tenants;
        this.editing = editing;
        this.folder = Path.of(folder);
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
     * @return whether it is there already; else it will be a moment later
     * @throws ProblemException {@code fields-invalid} with everything that cannot be right
     */
    public boolean open(NewCentre centre) {
        Map<String, String> settings = settings(centre);
        write(folder.resolve("org.yichuang.tenant-" + centre.id() + ".cfg"), settings);
        TenantId id = new TenantId(centre.id());
        for (int i = 0; i < STEPS && tenants.find(id).isEmpty(); i++) {
            LockSupport.parkNanos(STEP.toNanos());
        }
        return tenants.find(id).isPresent();
    }

    private Map<String, String> settings(NewCentre centre) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (!isCentre(centre.template())) {
            wrong.add(new FieldProblem("template", "请选择模板", "Choose a template"));
        }
        if (!NAME.matcher(centre.name()).matches()) {
            wrong.add(new FieldProblem(
                    "name",
                    "请填写名称：2 至 60 个汉字、字母、数字、括号或空格",
                    "Give a name of 2 to 60 Chinese characters, letters, digits, brackets or spaces"));
        }
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("id", centre.id());
        settings.put("name", centre.name().isEmpty() ? centre.id() : centre.name());
        settings.put("level", centre.level());
        settings.put("parent", centre.parent());
        settings.put("division", centre.division());
        editing.weigh(settings).ifPresent(fault -> wrong.add(new FieldProblem(fault.key(), fault.zh(), fault.en())));
        if (!isCentre(centre.parent())) {
            wrong.removeIf(fault -> fault.field().equals("parent"));
            wrong.add(new FieldProblem("parent", "请选择上级中心", "Choose the centre above"));
        }
        if (!wrong.isEmpty()) {
            throw new ProblemException(CommonError.FIELDS_INVALID, "中心信息有误", "The centre's data are not right", wrong);
        }
        settings.putAll(takenOver(tenants.get(new TenantId(centre.template()))));
        return settings;
    }

    /** Modules and policies; how a centre looks is its own. */
    private static Map<String, String> takenOver(Tenant template) {
        Map<String, String> taken = new TreeMap<>();
        template.policies().forEach((key, value) -> {
            if (key.startsWith("policy.")) {
                taken.put(key, value.replace("\\", "\\\\"));
            }
        });
        taken.put(
                "modules", String.join(",", template.modules().stream().sorted().toList()));
        return taken;
    }

    private boolean isCentre(String id) {
        return TenantId.isWellFormed(id) && tenants.find(new TenantId(id)).isPresent();
    }

    private static void write(Path file, Map<String, String> settings) {
        List<String> lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + " = " + setting.getValue())
                .toList();
        try {
            if (Files.exists(file)) {
                throw new FileAlreadyExistsException(file.toString());
            }
            // whole or not at all: the folder is watched
            Path draft = Files.createTempFile(file.getParent(), "centre", ".tmp");
            Files.write(draft, lines, StandardCharsets.UTF_8);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "id",
                    "已有同名的配置文件，请先处理它",
                    "There is a configuration of that name already: look at it first");
        } catch (IOException e) {
            ProblemException problem = new ProblemException(
                    CommonError.UNAVAILABLE, "配置无法保存，请检查磁盘", "The configuration cannot be kept: look at the disk");
            problem.initCause(e);
            throw problem;
        }
    }
}
