package org.yichuang.indicators.internal.web;

import java.util.List;
import org.yichuang.documents.api.Spreadsheets;
import org.yichuang.identity.api.Role;
import org.yichuang.indicators.api.Indicators;
import org.yichuang.indicators.internal.IndicatorsDescriptor;
import org.yichuang.kernel.api.Texts;
import org.yichuang.pages.api.NavigationEntry;
import org.yichuang.pages.api.PageModule;
import org.yichuang.tenancy.api.ModuleRegistry;

/** The pages of figures. */
public class IndicatorPageModule implements PageModule {
    private static final Texts TEXTS = Texts.beside(IndicatorPageModule.class, "texts");

    private final IndicatorPages pages;

    public IndicatorPageModule(Indicators indicators, ModuleRegistry modules, Spreadsheets spreadsheets) {
        pages = new IndicatorPages(indicators, modules, spreadsheets);
    }

    @Override
    public String module() {
        return "indicators";
    }

    @Override
    public List<String> roots() {
        return new IndicatorsDescriptor().pageRoots();
    }

    @Override
    public List<Object> resources() {
        return List.of(pages);
    }

    @Override
    public Texts texts() {
        return TEXTS;
    }

    @Override
    public List<NavigationEntry> navigation() {
        return List.of(NavigationEntry.of(
                        "/indicators", "indicators.title", 5, Role.CENTRE_MANAGER.key(), Role.SUPERVISION_OFFICER.key())
                .asStart());
    }
}
