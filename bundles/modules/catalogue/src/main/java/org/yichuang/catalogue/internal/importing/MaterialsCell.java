package org.yichuang.catalogue.internal.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.yichuang.catalogue.api.ItemDefinition;
import org.yichuang.catalogue.api.Material;
import org.yichuang.catalogue.api.Material.Declaration;
import org.yichuang.catalogue.api.Material.Deferral;
import org.yichuang.catalogue.api.MaterialForm;
import org.yichuang.catalogue.internal.domain.joint.MaterialUnion;
import org.yichuang.catalogue.internal.json.CatalogueJson;

/**
 * Reads and writes materials as guides do: 申请书;身份证复印件(2份);使用林地申请表(原件3份);照片(非必要);
 * 检测报告(容缺5个工作日);无犯罪证明(告知承诺). What such words do not say, e.g.
 * codes of their own, stands there as JSON.
 */
final class MaterialsCell {
    private static final Pattern REMARK = Pattern.compile("^(.*?)[（(]([^（()）]*)[)）]$", Pattern.DOTALL);
    private static final Pattern COPIES = Pattern.compile("(\\d{1,2})\\s*(?:份|套|张|本)");
    private static final Pattern DEFERRAL = Pattern.compile("容缺\\s*(?:(\\d{1,2})\\s*个?工作日)?");
    private static final Pattern KNOWN =
            Pattern.compile("(原件|复印件|电子|电子版|电子件|" + DEFERRAL + "|告知承诺|非必要|必要|\\d{1,2}\\s*(份|套|张|本)|[、,，和及\\s])+");

    private static final Pattern PROMISE = Pattern.compile("[（(][^（()）]*(?:容缺|告知承诺)[^（()）]*[)）]");

    private MaterialsCell() {}

    /** @throws JsonProcessingException when it begins as JSON and is none; the message names the place */
    static List<Material> read(String cell) throws JsonProcessingException {
        return isWhole(cell) ? CatalogueJson.materials(cell) : words(cell);
    }

    /** Whether a cell says all that a material has, and not only what words can say. */
    static boolean isWhole(String cell) {
        return cell.startsWith("[{");
    }

    /** An item with what words cannot say of materials, as those of the same names have it already. */
    static ItemDefinition over(ItemDefinition item, ItemDefinition present) {
        Map<String, Material> before = new HashMap<>();
        present.materials().forEach(material -> before.putIfAbsent(MaterialUnion.key(material.name()), material));
        return item.but()
                .materials(item.materials().stream()
                        .map(material -> Optional.ofNullable(before.get(MaterialUnion.key(material.name())))
                                .map(same -> material.with(same.demand()))
                                .orElse(material))
                        .toList())
                .made();
    }

    /** Whether a promise was meant that is not read as one, e.g. in days instead of working days: the name has it. */
    static boolean isPromiseInName(Material material) {
        return PROMISE.matcher(material.name()).find();
    }

    /** Writes materials so that they are read again: in words where these say all. */
    static String write(List<Material> materials) {
        String words = materials.stream().map(MaterialsCell::words).collect(Collectors.joining("；"));
        return words(words).equals(materials) ? words : CatalogueJson.cell(materials);
    }

    private static String words(Material material) {
        List<String> remarks = new ArrayList<>();
        if (!material.form().isEmpty()) {
            remarks.add(material.form());
        }
        if (material.copies() > 1) {
            remarks.add(material.copies() + "份");
        }
        if (!material.required()) {
            remarks.add("非必要");
        }
        if (material.deferral() != null) {
            Integer days = material.deferral().workingDays();
            remarks.add(days == null ? "容缺" : "容缺" + days + "个工作日");
        }
        if (material.declaration() != null) {
            remarks.add("告知承诺");
        }
        String remark = material.note().isEmpty() ? String.join("、", remarks) : material.note();
        return remark.isEmpty() ? material.name() : material.name() + "（" + remark + "）";
    }

    private static List<Material> words(String cell) {
        List<Material> materials = new ArrayList<>();
        for (String part : parts(cell)) {
            materials.add(material("m" + (materials.size() + 1), part));
        }
        return materials;
    }

    private static Material material(String code, String part) {
        Matcher found = REMARK.matcher(part);
        if (!found.matches()
                || found.group(1).isBlank()
                || !KNOWN.matcher(found.group(2)).matches()) {
            return new Material(code, part, true, "", 1, "");
        }
        String remark = found.group(2);
        Matcher copies = COPIES.matcher(remark);
        int number = copies.find() ? Math.max(1, Integer.parseInt(copies.group(1))) : 1;
        boolean required = !remark.contains("非必要");
        MaterialForm form = MaterialForm.of(remark);
        return new Material(
                code,
                found.group(1).strip(),
                required,
                form.label().zh(),
                number,
                form == MaterialForm.BOTH ? remark : "",
                deferral(remark),
                remark.contains("告知承诺") ? new Declaration("") : null);
    }

    private static Deferral deferral(String remark) {
        Matcher found = DEFERRAL.matcher(remark);
        if (!found.find()) {
            return null;
        }
        return new Deferral(found.group(1) == null ? null : Integer.valueOf(found.group(1)));
    }

    /** Cuts at semicolons and line breaks, but not within brackets. */
    private static List<String> parts(String cell) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        for (char c : (cell + ";").toCharArray()) {
            if (c == '(' || c == '（') {
                depth++;
            } else if (c == ')' || c == '）') {
                depth = Math.max(0, depth - 1);
            }
            if (c == '\n' || depth == 0 && (c == ';' || c == '；')) {
                if (!part.toString().isBlank()) {
                    parts.add(part.toString().strip());
                }
                part.setLength(0);
                depth = 0;
            } else {
                part.append(c);
            }
        }
        return parts;
    }
}
