#!/usr/bin/env node
import './contractgate-hook.cjs';
