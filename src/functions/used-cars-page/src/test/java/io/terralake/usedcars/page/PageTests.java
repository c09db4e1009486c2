package io.terralake.usedcars.page;

class PageTests {}
