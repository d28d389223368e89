package org.yichuang.catalogue.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.yichuang.catalogue.api.CataloguePermission;
import org.yichuang.catalogue.internal.domain.Disclosure;
import org.yichuang.catalogue.internal.domain.LevelLimits;
import org.yichuang.catalogue.internal.domain.check.CompressionPolicy;
import org.yichuang.catalogue.internal.domain.check.LimitRule;
import org.yichuang.catalogue.internal.domain.check.Severity;
import org.yichuang.catalogue.internal.domain.demand.DemandRules;
import org.yichuang.catalogue.internal.domain.opinion.ReviewOffice;
import org.yichuang.catalogue.internal.domain.submission.ReviewAbove;
import org.yichuang.catalogue.internal.domain.unify.ComparedField;
import org.yichuang.catalogue.internal.importing.ItemFile;
import org.yichuang.kernel.api.Level;
import org.yichuang.kernel.api.LocalizedMessage;
import org.yichuang.kernel.api.Texts;
import org.yichuang.tenancy.api.ModuleDescriptor;
import org.yichuang.tenancy.api.PermissionGrant;
import org.yichuang.tenancy.api.SettingDefinition;

/** What the catalogue says of itself. */
public class CatalogueDescriptor implements ModuleDescriptor {
    /** Whoever speaks for the legal office of the government (法制机构). */
    public static final String LEGAL_OFFICER = "legal-officer";

    /** Whoever speaks for the office of reform (编办、审改办). */
    public static final String REFORM_OFFICER = "reform-officer";

    private static final long MOST_DAYS = 60;

    @Override
    public String word() {
        return "catalogue";
    }

    @Override
    public List<String> restRoots() {
        return List.of("catalogue");
    }

    @Override
    public List<String> pageRoots() {
        return List.of("items", "editor", "catalogue");
    }

    @Override
    public Set<String> permissions() {
        return Set.of(
                CataloguePermission.VIEW,
                CataloguePermission.EDIT,
                CataloguePermission.PUBLISH,
                CataloguePermission.IMPORT,
                CataloguePermission.REVIEW,
                CataloguePermission.OPINE,
                CataloguePermission.OPINE_CENTRE,
                CataloguePermission.OPINE_LEGAL,
                CataloguePermission.OPINE_REFORM,
                CataloguePermission.EXAMINE);
    }

    @Override
    public List<PermissionGrant> grants() {
        return List.of(
                PermissionGrant.to(
                        "catalogue-editor",
                        CataloguePermission.VIEW,
                        CataloguePermission.EDIT,
                        CataloguePermission.PUBLISH,
                        CataloguePermission.IMPORT,
                        CataloguePermission.REVIEW,
                        CataloguePermission.EXAMINE),
                opining("centre-manager", CataloguePermission.OPINE_CENTRE),
                opining(LEGAL_OFFICER, CataloguePermission.OPINE_LEGAL),
                opining(REFORM_OFFICER, CataloguePermission.OPINE_REFORM),
                PermissionGrant.to(REFORM_OFFICER, CataloguePermission.EXAMINE));
    }

    private static PermissionGrant opining(String role, String office) {
        return PermissionGrant.to(role, CataloguePermission.VIEW, CataloguePermission.OPINE, office);
    }

    @Override
    public List<SettingDefinition> settings() {
        List<SettingDefinition> settings = new ArrayList<>();
        settings.add(SettingDefinition.list(Disclosure.POLICY, Disclosure.USUAL, Disclosure.words()));
        settings.add(SettingDefinition.list(ComparedField.POLICY, ComparedField.USUAL, ComparedField.keys()));
        String[] severities =
                Arrays.stream(Severity.values()).map(Severity::key).toArray(String[]::new);
        for (LimitRule rule : List.of(LimitRule.LONG, LimitRule.UNLIMITED, LimitRule.SIMPLE)) {
            String usual = CompressionPolicy.USUAL.get(rule).key();
            settings.add(SettingDefinition.choice(CompressionPolicy.POLICY + rule.key(), usual, severities));
        }
        settings.add(SettingDefinition.number(
                CompressionPolicy.POLICY + "long-days", CompressionPolicy.USUAL_LONG, 0, MOST_DAYS));
        settings.add(SettingDefinition.number(
                CompressionPolicy.POLICY + "unlimited-days", CompressionPolicy.USUAL_UNLIMITED, 0, MOST_DAYS));
        settings.add(SettingDefinition.form(
                CompressionPolicy.POLICY + "exceptions",
                "",
                "[\\p{L}\\p{N}][\\p{L}\\p{N} ._/(),-]{0,3999}",
                LocalizedMessage.of(CatalogueDescriptor.class, "setting.must-be-codes")));
        settings.add(SettingDefinition.choice(CompressionPolicy.POLICY + "publishing", "tell", "tell", "refuse"));
        settings.add(SettingDefinition.list(ReviewOffice.POLICY, "", ReviewOffice.keys()));
        settings.add(SettingDefinition.choice(Roads.POLICY, Roads.REFUSE, Roads.REFUSE, "tell"));
        settings.add(SettingDefinition.choice(
                ReviewAbove.POLICY, ReviewAbove.NONE, ReviewAbove.NONE, Level.CITY.key(), Level.PROVINCE.key()));
        settings.add(SettingDefinition.number(ReviewAbove.DAYS, ReviewAbove.USUAL_DAYS, 1, MOST_DAYS));
        settings.add(SettingDefinition.choice(
                DemandRules.POLICY, DemandRules.NEW, DemandRules.NEW, DemandRules.REFUSE, DemandRules.TELL));
        settings.add(SettingDefinition.choice(
                LevelLimits.POLICY, LevelLimits.NEW, LevelLimits.NEW, LevelLimits.REFUSE, LevelLimits.TELL));
        settings.add(SettingDefinition.number(
                ItemFile.ROWS_POLICY, ItemFile.MOST_ROWS, ItemFile.FEWEST_ROWS, ItemFile.LARGEST_ROWS));
        HallCards.PARTS.forEach(part -> settings.add(SettingDefinition.text(HallCards.POLICY + part, "", 200)));
        return settings;
    }

    @Override
    public Texts texts() {
        return Texts.beside(CatalogueDescriptor.class, "module");
    }
}
