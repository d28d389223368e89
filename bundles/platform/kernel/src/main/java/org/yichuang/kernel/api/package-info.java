/** The vocabulary that every module speaks: tenant, level, call, problem, page, id. No input or output. */
package org.yichuang.kernel.api;
