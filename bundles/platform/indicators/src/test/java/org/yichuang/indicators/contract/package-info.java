/** What implementations of this bundle's SPIs keep, for the tests of modules. */
package org.yichuang.indicators.contract;
