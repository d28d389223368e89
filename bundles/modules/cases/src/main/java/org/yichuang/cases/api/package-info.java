/** Cases from submission to delivery, their deadlines and their progress; linked cases between centres. */
@Version("20.3.0")
package org.yichuang.cases.api;

import org.osgi.annotation.versioning.Version;
