/** The services of cases: they load, let the domain decide, and announce. */
package org.yichuang.cases.internal;
