package org.yichuang.indicators.api;

import java.util.List;

/** SPI (whiteboard): a module that has figures. They are there where the module is installed and switched on. */
public interface IndicatorProvider {
    /** Returns its figures, in the order in which they are shown. */
    List<Indicator> indicators();
}
