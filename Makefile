# SPDX-License-Identifier: EUPL-1.2
# Proeftuin. `make help` lists what there is to make.

# Settings: VARIANT names a folder under build/ so that builds do not mix.
VARIANT  ?= release
BUILD    := build/$(VARIANT)
PREFIX   ?= /usr/local
DESTDIR  ?=
ifeq ($(origin CC),default)
CC := gcc
endif
OPTIMISE ?= -O2 -D_FORTIFY_SOURCE=2
EXTRA    ?=
WERROR   ?=

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes \
            -Wmissing-prototypes -Wwrite-strings -Wpointer-arith -Wcast-align -Wundef -Wvla -Wformat=2 \
            -Wdouble-promotion -Wimplicit-fallthrough
PACKAGES := lua5.4 yaml-0.1 sqlite3
# Third-party headers are system headers: their warnings are theirs.
LIBRARY_FLAGS := $(subst -I,-isystem ,$(shell pkg-config --cflags $(PACKAGES) 2>/dev/null))
LIBRARIES     := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lm
HARDENING := -fstack-protector-strong -fstack-clash-protection -fPIE
CFLAGS   := -std=c11 -D_POSIX_C_SOURCE=200809L $(OPTIMISE) -g $(WARNINGS) $(WERROR) -fno-common \
            -ffp-contract=off -fvisibility=hidden $(HARDENING) -Iengine -Iinclude -I$(BUILD)/generated $(LIBRARY_FLAGS) $(EXTRA)
LDFLAGS  := -pie -Wl,-z,relro,-z,now $(EXTRA)

SOURCES  := $(sort $(wildcard engine/*.c engine/*/*.c))
MAIN     := engine/cli/main.c
OBJECTS  := $(patsubst %.c,$(BUILD)/%.o,$(filter-out $(MAIN),$(SOURCES)))
TESTS    := $(patsubst tests/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/test_*.c)))
LIBRARY  := $(BUILD)/libproeftuin.a
PROGRAM  := $(BUILD)/proeftuin

.PHONY: all deps demo test check san valgrind tsan bench cover install clean help format analyse FORCE
.DELETE_ON_ERROR:

all: build/proeftuin   ## build the program at build/proeftuin

build/proeftuin: $(BUILD)/proeftuin
	@ln -sf $(VARIANT)/proeftuin $@

$(PROGRAM): $(BUILD)/engine/cli/main.o $(LIBRARY)
	$(CC) $(LDFLAGS) -o $@ $^ $(LIBRARIES)

$(LIBRARY): $(OBJECTS)
	@rm -f $@
	ar qcs $@ $^

# seccomp, pidfds and namespaces are Linux: only the fence may ask for them.
$(BUILD)/engine/confine/%.o: CFLAGS += -D_GNU_SOURCE
$(BUILD)/engine/%.o: engine/%.c
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tests/%: tests/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(CC) $(CFLAGS) -Itests -DPT_TEST_ROOT='"$(CURDIR)"' -MMD -MP -o $@ $< $(LIBRARY) $(LDFLAGS) $(LIBRARIES) -lcmocka

# The compiled-in SQL is a real .sql file; as bytes, for C limits the length of a literal.
$(BUILD)/generated/io/schema.sql.h: engine/io/schema.sql
	@mkdir -p $(@D)
	@(echo 'static const unsigned char schema_sql[] = {'; \
	  od -An -v -tu1 $< | sed 's/  *\([0-9][0-9]*\)/\1,/g'; echo '0};') > $@
$(BUILD)/engine/io/store.o: $(BUILD)/generated/io/schema.sql.h

-include $(wildcard $(BUILD)/engine/*.d $(BUILD)/engine/*/*.d $(BUILD)/tests/*.d)

tests: $(TESTS)
clean:                 ## remove everything that was built
	rm -rf build

help:                  ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12
