package org.yichuang.console.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.yichuang.kernel.api.CommonError;
import org.yichuang.kernel.api.FieldProblem;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.ProblemException;
import org.yichuang.kernel.api.TenantId;
import org.yichuang.tenancy.api.Tenant;
import org.yichuang.tenancy.api.Tenants;

/**
 * Writes the configuration of a new centre into the container's folder of configurations, where it is taken up at once
 * and where operators find it. What the tree's own rules say about it, the tenancy tells.
 */
public class CentreFiles {
    private static final Pattern NAME = Pattern.compile("[\\p{IsHan}A-Za-z0-9（）()·\\- ]{2,60}");
    private static final Pattern DIVISION = Pattern.compile("\\d{6}|\\d{9}|\\d{12}");

    private final Tenants tenants;
    private final Path folder;

    public CentreFiles(Tenants tenants, String folder) {
        this.tenants = tenants;
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
     * Opens a centre; it is there a moment later, or its refusal is.
     *
     * @throws ProblemException {@code fields-invalid} with everything that cannot be right
     */
    public void open(NewCentre centre) {
        check(centre);
        Tenant template = tenants.get(new TenantId(centre.template()));
        List<String> lines = new ArrayList<>(List.of(
                "# " + centre.name(),
                "id = " + centre.id(),
                "name = " + centre.name(),
                "level = " + centre.level(),
                "parent = " + centre.parent(),
                "division = " + centre.division(),
                "modules = " + String.join(",", template.modules().stream().sorted().toList())));
        new TreeMap<>(template.policies()).forEach((key, value) -> {
            if (key.startsWith("policy.") || key.startsWith("branding.")) {
                lines.add(key + " = " + value.replace("\\", "\\\\"));
            }
        });
        write(folder.resolve("org.yichuang.tenant-" + centre.id() + ".cfg"), lines);
    }

    private void check(NewCentre centre) {
        List<FieldProblem> wrong = new ArrayList<>();
        if (!TenantId.isWellFormed(centre.id())) {
            wrong.add(new FieldProblem("id", "代号须为 2 至 40 个小写字母、数字或连字符，以字母开头", "2 to 40 lower-case letters, digits and hyphens"));
        } else if (tenants.find(new TenantId(centre.id())).isPresent()) {
            wrong.add(new FieldProblem("id", "代号已被使用", "The short name is taken"));
        }
        if (!NAME.matcher(centre.name()).matches()) {
            wrong.add(new FieldProblem("name", "请填写名称（2 至 60 个字）", "Give a name of 2 to 60 characters"));
        }
        if (Level.parse(centre.level()).isEmpty()) {
            wrong.add(new FieldProblem("level", "请选择层级", "Choose a level"));
        }
        if (!isCentre(centre.parent())) {
            wrong.add(new FieldProblem("parent", "请选择上级中心", "Choose the centre above"));
        }
        if (!DIVISION.matcher(centre.division()).matches()) {
            wrong.add(new FieldProblem("division", "行政区划代码为 6、9 或 12 位数字", "A division code has 6, 9 or 12 digits"));
        }
        if (!isCentre(centre.template())) {
            wrong.add(new FieldProblem("template", "请选择模板", "Choose a template"));
        }
        if (!wrong.isEmpty()) {
            throw new ProblemException(CommonError.FIELDS_INVALID, "中心信息有误", "The centre's data are not right", wrong);
        }
    }

    private boolean isCentre(String id) {
        return TenantId.isWellFormed(id) && tenants.find(new TenantId(id)).isPresent();
    }

    private static void write(Path file, List<String> lines) {
        try {
            // whole or not at all: the folder is watched
            Path draft = Files.createTempFile(file.getParent(), "centre", ".tmp");
            Files.write(draft, lines, StandardCharsets.UTF_8);
            if (Files.exists(file)) {
                Files.delete(draft);
                throw new FileAlreadyExistsException(file.toString());
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException e) {
            throw ProblemException.field(
                    CommonError.FIELDS_INVALID,
                    "id",
                    "已有同名配置文件，请先处理它",
                    "There is a configuration of that name already: look at it first");
        } catch (IOException e) {
            throw new UncheckedIOException("The configuration of a centre cannot be written", e);
        }
    }
}
