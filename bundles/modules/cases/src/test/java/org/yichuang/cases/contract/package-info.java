/** What implementations of the SPIs of cases keep: suites that modules with a gate extend ({@code cases}, test-jar). */
package org.yichuang.cases.contract;
