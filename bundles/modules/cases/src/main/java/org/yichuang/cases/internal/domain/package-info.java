/** The rules of a case: states, clocks, routes, notices, letters between centres. Knows no technology but its mapping. */
package org.yichuang.cases.internal.domain;
