/** Cases from submission to delivery, their deadlines and their progress; linked cases between centres. */
package org.yichuang.cases.api;
