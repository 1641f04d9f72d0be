# SPDX-License-Identifier: EUPL-1.2
# Proeftuin. `make help` lists what there is to make.

# Settings: VARIANT names a folder under build/ so that builds do not mix.
VARIANT  ?= release
BUILD    := build/$(VARIANT)
VERSION  := 0.1.0
PREFIX   ?= /usr/local
DESTDIR  ?=
ifeq ($(origin CC),default)
CC := gcc
endif
OPTIMISE ?= -O2 -D_FORTIFY_SOURCE=2
EXTRA    ?=
# V=1 shows whole commands.
V        ?=
QUIET    := $(if $(V),,@)
WERROR   ?=

WARNINGS := -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wsign-conversion -Wstrict-prototypes \
            -Wmissing-prototypes -Wwrite-strings -Wpointer-arith -Wcast-align -Wundef -Wvla -Wformat=2 \
            -Wdouble-promotion -Wimplicit-fallthrough
PACKAGES := lua5.4 yaml-0.1 sqlite3 xlsxwriter
# Third-party headers are system headers: their warnings are theirs.
LIBRARY_FLAGS := $(subst -I,-isystem ,$(shell pkg-config --cflags $(PACKAGES) 2>/dev/null))
LIBRARIES     := $(shell pkg-config --libs $(PACKAGES) 2>/dev/null) -lm
HARDENING := -fstack-protector-strong -fstack-clash-protection -fPIE
CFLAGS   := -std=c11 -D_POSIX_C_SOURCE=200809L $(OPTIMISE) -g $(WARNINGS) $(WERROR) -fno-common \
            -ffp-contract=off -fvisibility=hidden $(HARDENING) -Iengine -Iinclude -I$(BUILD)/generated $(LIBRARY_FLAGS) $(EXTRA)
LDFLAGS  := -pie -Wl,-z,relro,-z,now $(EXTRA)

SOURCES  := $(sort $(wildcard engine/*.c engine/*/*.c))
CLI      := $(filter engine/cli/%,$(SOURCES))
OBJECTS  := $(patsubst %.c,$(BUILD)/%.o,$(filter-out $(CLI),$(SOURCES)))
CLI_OBJECTS := $(patsubst %.c,$(BUILD)/%.o,$(CLI))
TESTS    := $(patsubst tests/%.c,$(BUILD)/tests/%,$(sort $(wildcard tests/test_*.c)))
LIBRARY  := $(BUILD)/libproeftuin.a
PROGRAM  := $(BUILD)/proeftuin

.PHONY: all deps demo test programs check san valgrind bench cover install clean help format FORCE
.DELETE_ON_ERROR:

all: build/proeftuin   ## build the program at build/proeftuin

build/proeftuin: $(BUILD)/proeftuin
	@ln -sf $(VARIANT)/proeftuin $@

$(PROGRAM): $(CLI_OBJECTS) $(LIBRARY)
	$(if $(V),,@echo "  LD $@")
	$(QUIET)$(CC) $(LDFLAGS) -o $@ $^ $(LIBRARIES)

$(LIBRARY): $(OBJECTS)
	@rm -f $@
	$(if $(V),,@echo "  AR $@")
	$(QUIET)ar qcs $@ $^

# Where the program looks for rules when no folder above a scenario has any.
$(BUILD)/settings: FORCE
	@mkdir -p $(@D)
	@echo '$(PREFIX) $(VERSION)' | cmp -s - $@ || echo '$(PREFIX) $(VERSION)' > $@
$(BUILD)/engine/api_packs.o $(BUILD)/engine/api.o: $(BUILD)/settings
$(BUILD)/engine/api_packs.o: CFLAGS += -DPT_SHARE='"$(PREFIX)/share/proeftuin"'
$(BUILD)/engine/api.o: CFLAGS += -DPT_VERSION='"$(VERSION)"'

# seccomp, pidfds and namespaces are Linux: only the fence may ask for them.
$(BUILD)/engine/confine/%.o: CFLAGS += -D_GNU_SOURCE
# The loops over lanes become vectors; the rest of the engine stays at -O2. Constants in all lanes are
# made before the loop: gcc thinks those of 16 lanes too cheap for that.
HOIST = $(if $(findstring clang,$(CC)),,--param lim-expensive=8)
$(BUILD)/engine/run/batch_kernels.o: CFLAGS += $(if $(filter -O2,$(OPTIMISE)),-O3 $(HOIST))
$(BUILD)/engine/%.o: engine/%.c
	@mkdir -p $(@D)
	$(if $(V),,@echo "  CC $<")
	$(QUIET)$(CC) $(CFLAGS) -MMD -MP -c -o $@ $<

$(BUILD)/tests/%: tests/%.c $(LIBRARY)
	@mkdir -p $(@D)
	$(if $(V),,@echo "  CC $@")
	$(QUIET)$(CC) $(CFLAGS) -Itests -DPT_TEST_ROOT='"$(CURDIR)"' -MMD -MP -o $@ $< $(LIBRARY) $(LDFLAGS) $(LIBRARIES) -lcmocka

# The compiled-in SQL is a real .sql file; as bytes, for C limits the length of a literal.
$(BUILD)/generated/io/schema.sql.h: engine/io/schema.sql
	@mkdir -p $(@D)
	@(echo 'static const unsigned char schema_sql[] = {'; \
	  od -An -v -tu1 $< | sed 's/  *\([0-9][0-9]*\)/\1,/g'; echo '0};') > $@
$(BUILD)/engine/io/store.o: $(BUILD)/generated/io/schema.sql.h

# So are the files that `nieuw` makes: real files, each an array with a NUL behind it.
NEW_FILES := $(sort $(wildcard engine/cli/nieuw/*))
$(BUILD)/generated/cli/nieuw.h: $(NEW_FILES)
	@mkdir -p $(@D)
	@for file in $^; do \
	  echo "static const unsigned char $$(basename $$file | tr '.' '_')[] = {"; \
	  od -An -v -tu1 $$file | sed 's/  *\([0-9][0-9]*\)/\1,/g'; echo '0};'; done > $@
$(BUILD)/engine/cli/command_new.o: $(BUILD)/generated/cli/nieuw.h

-include $(wildcard $(BUILD)/engine/*.d $(BUILD)/engine/*/*.d $(BUILD)/tests/*.d $(BUILD)/tests/*/*.d)

# What the code uses today, by Debian package and the file that shows it is there.
# xlsxwriter asks for -lz, but its package does not bring zlib1g-dev.
NEEDED := gcc make pkg-config liblua5.4-dev libyaml-dev libsqlite3-dev libxlsxwriter-dev zlib1g-dev libcmocka-dev
SUDO   := $(shell [ "$$(id -u)" = 0 ] || echo sudo)

deps:                  ## install what is missing, through the system's packages
	@missing=$$(for p in $(NEEDED); do dpkg -s $$p >/dev/null 2>&1 || echo $$p; done); \
	if [ -n "$$missing" ]; then $(SUDO) apt-get update -qq && \
	  DEBIAN_FRONTEND=noninteractive $(SUDO) apt-get install -y -qq --no-install-recommends $$missing; fi

# `make -j2 deps test`: what was asked for together with deps waits for it.
all demo test check san valgrind cover bench install: | $(filter deps,$(MAKECMDGOALS))

# pkg-config may only just have been installed, so what comes after `deps` is made by a second make.
DEMO := scenarios/dossiers/besluit-over-de-zomer.yaml
demo:                  ## build, show one history, then all scenarios
	@$(MAKE) --no-print-directory all
	@build/proeftuin speel $(DEMO)
	@build/proeftuin toets scenarios rules > build/demo.txt; code=$$?; \
	  awk '/^  goed/ { good = 1; next } good && /^              / { next } { good = 0; print }' build/demo.txt; exit $$code

test:                  ## every test: modules, scenarios, rule examples, documentation
	@$(MAKE) --no-print-directory all programs
	@tests/run.sh $(BUILD)

programs: $(TESTS)

check:                 ## warnings as errors, layers, format, static analysis
	@tests/check_layers.sh
	@$(MAKE) --no-print-directory VARIANT=check WERROR=-Werror build/check/proeftuin
	@tests/analyse.sh

san:                   ## all tests under the address and undefined-behaviour sanitizers
	@$(MAKE) --no-print-directory VARIANT=san OPTIMISE=-O1 \
	  EXTRA="-fsanitize=address,undefined -fno-sanitize-recover=all -fno-omit-frame-pointer" \
	  programs build/san/proeftuin
	@tests/run.sh build/san

valgrind:              ## the quick tests under valgrind
	@$(MAKE) --no-print-directory VARIANT=valgrind OPTIMISE=-O1 programs build/valgrind/proeftuin
	@tests/valgrind.sh build/valgrind

cover:                 ## line coverage of engine/
	@$(MAKE) --no-print-directory VARIANT=cover OPTIMISE=-O0 EXTRA="--coverage -DPT_COVERAGE" programs build/cover/proeftuin
	@tests/cover.sh build/cover

bench: $(BUILD)/bench $(BUILD)/bench_batch $(PROGRAM) ## measure, each figure next to its limit
	@$(BUILD)/bench $(PROGRAM)
	@$(BUILD)/bench_batch

$(BUILD)/bench: $(wildcard tests/bench/*.[ch]) tests/pack_support.h $(LIBRARY)
	$(if $(V),,@echo "  CC $@")
	$(QUIET)$(CC) $(CFLAGS) -Itests -DPT_TEST_ROOT='"$(CURDIR)"' -o $@ $(filter %.c,$^) $(LIBRARY) $(LDFLAGS) $(LIBRARIES)

# The same rules in C by hand are compiled as the kernels of batches are.
$(BUILD)/bench_batch: $(wildcard tests/bench/batch/*.[ch]) tests/batch_support.h tests/pack_support.h $(LIBRARY)
	$(CC) $(CFLAGS) -O3 -D_DEFAULT_SOURCE -Itests -DPT_TEST_ROOT='"$(CURDIR)"' -o $@ $(filter %.c,$^) $(LIBRARY) $(LDFLAGS) $(LIBRARIES)

install: all           ## install under $(DESTDIR)$(PREFIX)
	install -Dm755 $(PROGRAM) $(DESTDIR)$(PREFIX)/bin/proeftuin
	install -Dm644 $(LIBRARY) $(DESTDIR)$(PREFIX)/lib/libproeftuin.a
	install -Dm644 include/proeftuin.h $(DESTDIR)$(PREFIX)/include/proeftuin.h
	@mkdir -p $(DESTDIR)$(PREFIX)/share/proeftuin $(DESTDIR)$(PREFIX)/lib/pkgconfig
	cp -R rules scenarios LICENSE $(DESTDIR)$(PREFIX)/share/proeftuin/
	@printf 'prefix=%s\nName: proeftuin\nDescription: rule engine for passend onderwijs\nVersion: $(VERSION)\nCflags: -I$${prefix}/include\nLibs: -L$${prefix}/lib -lproeftuin\nRequires: $(PACKAGES)\n' \
	  '$(PREFIX)' > $(DESTDIR)$(PREFIX)/lib/pkgconfig/proeftuin.pc

format:                ## lay out the code as .clang-format says
	clang-format -i $(SOURCES) $(wildcard engine/*.h engine/*/*.h include/*.h tests/*.[ch] tests/*/*.[ch])

clean:                 ## remove everything that was built
	rm -rf build

help:                  ## this list
	@sed -n 's/^\([a-z]*\):.*## /\1\t/p' Makefile | expand -t 12
