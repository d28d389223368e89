/** The rules of a case: states, clocks, routes, notices, letters. Knows no technology but its mapping. */
package org.yichuang.cases.internal.domain;
