/** The basic catalogue (基本目录): which items there are, before anybody says who does them and how (R3-05). */
package org.yichuang.catalogue.internal.domain.basic;
